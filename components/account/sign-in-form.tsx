import type { ReactNode } from "react";
import { signUpUrl } from "@/components/masthead/entry-url";
import type { SignInProvider } from "@/lib/accounts/types";
import { product } from "@/lib/core/product";
import { EmailField } from "./email-field";
import { Field } from "./field";
import { FormShell } from "./form-shell";
import { ProviderLinks } from "./provider-links";
import type { FormAction, FormError } from "./types";

type SignInFormProps = {
  action: FormAction;
  /** Where the same address is posted to for a letter in place of a password. */
  letterAction: string;
  /** The button for a passkey. */
  passkey: ReactNode;
  providers: SignInProvider[];
  error: FormError | null;
  defaults: { email: string };
  returnTo: string;
};

/** The ways back in: one address, then a password or a letter; below them a passkey, and whoever else may vouch. */
export function SignInForm({ action, letterAction, passkey, providers, error, defaults, returnTo }: SignInFormProps) {
  const letter = (
    <button type="submit" className="button button-quiet" formAction={letterAction} formNoValidate>
      Mail me a link and a code
    </button>
  );
  return (
    <>
      <FormShell action={action} error={error} returnTo={returnTo} submit="Sign in" besides={letter}>
        <EmailField error={error} defaultValue={defaults.email} />
        <Field name="password" label="Password" type="password" autoComplete="current-password" maxLength={128} error={error} />
      </FormShell>
      {passkey}
      <ProviderLinks providers={providers} returnTo={returnTo} />
      <p className="form-after">
        <a className="quiet" href="/reset">
          Forgotten your password?
        </a>
      </p>
      <p className="form-after">
        <a className="quiet" href={signUpUrl(returnTo)}>
          New here? {product.trialWords}
        </a>
      </p>
    </>
  );
}
