import { signUpUrl } from "@/components/masthead/entry-url";
import { product } from "@/lib/core/product";
import { Field } from "./field";
import { FormShell } from "./form-shell";
import type { FormAction, FormError } from "./types";

type SignInFormProps = { action: FormAction; error: FormError | null; defaults: { email: string }; returnTo: string };

/** The way back in. */
export function SignInForm({ action, error, defaults, returnTo }: SignInFormProps) {
  return (
    <>
      <FormShell action={action} error={error} returnTo={returnTo} submit="Sign in">
        <Field
          name="email"
          label="E-mail address"
          type="email"
          autoComplete="username"
          maxLength={254}
          error={error}
          defaultValue={defaults.email}
        />
        <Field name="password" label="Password" type="password" autoComplete="current-password" maxLength={128} error={error} />
      </FormShell>
      <p className="form-after">
        <a className="quiet" href={signUpUrl(returnTo)}>
          New here? {product.trialWords}
        </a>
      </p>
    </>
  );
}
