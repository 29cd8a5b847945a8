import { signInUrl } from "@/components/masthead/entry-url";
import type { SignInProvider } from "@/lib/accounts/types";
import { product } from "@/lib/core/product";
import { EmailField } from "./email-field";
import { Field } from "./field";
import { FormShell } from "./form-shell";
import { NewPasswordField } from "./new-password-field";
import { ProviderLinks } from "./provider-links";
import type { FormAction, FormError } from "./types";

type SignUpFormProps = {
  action: FormAction;
  error: FormError | null;
  defaults: { name: string; email: string };
  returnTo: string;
  /** Characters, from the rule that will check it. */
  passwordLengthMin: number;
  letterAction: string;
  providers: SignInProvider[];
};

/** Name, address, password: nothing else is asked. */
export function SignUpForm({ action, error, defaults, returnTo, passwordLengthMin, letterAction, providers }: SignUpFormProps) {
  const letter = (
    <button type="submit" className="button button-quiet" formAction={letterAction} formNoValidate>
      No password: mail me a link
    </button>
  );
  return (
    <>
      <FormShell action={action} error={error} returnTo={returnTo} submit={`Start ${product.trialDays} days free`} besides={letter}>
        <Field name="name" label="Your name" type="text" autoComplete="name" maxLength={100} error={error} defaultValue={defaults.name} />
        <EmailField error={error} defaultValue={defaults.email} autoComplete="email" />
        <NewPasswordField error={error} lengthMin={passwordLengthMin} />
      </FormShell>
      <ProviderLinks providers={providers} returnTo={returnTo} />
      <p className="form-after">
        <a className="quiet" href={signInUrl(returnTo)}>
          Already a member? Sign in here
        </a>
      </p>
    </>
  );
}
