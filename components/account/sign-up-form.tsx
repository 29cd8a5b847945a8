import { signInUrl } from "@/components/masthead/entry-url";
import { product } from "@/lib/core/product";
import { Field } from "./field";
import { FormShell } from "./form-shell";
import type { FormAction, FormError } from "./types";

type SignUpFormProps = {
  action: FormAction;
  error: FormError | null;
  defaults: { name: string; email: string };
  returnTo: string;
  /** Characters, from the rule that will check it. */
  passwordLengthMin: number;
};

/** Name, address, password: nothing else is asked. */
export function SignUpForm({ action, error, defaults, returnTo, passwordLengthMin }: SignUpFormProps) {
  return (
    <>
      <FormShell action={action} error={error} returnTo={returnTo} submit={`Start ${product.trialDays} days free`}>
        <Field name="name" label="Your name" type="text" autoComplete="name" maxLength={100} error={error} defaultValue={defaults.name} />
        <Field
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="email"
          maxLength={254}
          error={error}
          defaultValue={defaults.email}
        />
        <Field
          name="password"
          label="Password"
          type="password"
          autoComplete="new-password"
          hint={`At least ${passwordLengthMin} characters. A few words are easier to keep than signs.`}
          minLength={passwordLengthMin}
          maxLength={128}
          error={error}
        />
      </FormShell>
      <p className="form-after">
        <a className="quiet" href={signInUrl(returnTo)}>
          Already a member? Sign in here
        </a>
      </p>
    </>
  );
}
