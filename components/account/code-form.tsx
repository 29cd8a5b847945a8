import { EmailField } from "./email-field";
import { Field } from "./field";
import { FormShell } from "./form-shell";
import type { FormAction, FormError } from "./types";

type CodeFormProps = { action: FormAction; error: FormError | null; defaults: { email: string }; returnTo: string };

/** Takes the code of a letter; the address stays with it, because the code counts for that address alone. */
export function CodeForm({ action, error, defaults, returnTo }: CodeFormProps) {
  return (
    <>
      <FormShell action={action} error={error} returnTo={returnTo} submit="Sign in">
        <EmailField error={error} defaultValue={defaults.email} />
        <Field name="code" label="Code" type="text" inputMode="numeric" autoComplete="one-time-code" maxLength={12} error={error} />
      </FormShell>
      <p className="form-after">
        <a className="quiet" href={`/sign-in/letter?${new URLSearchParams({ returnTo })}`}>
          No letter? Have another one mailed to you
        </a>
      </p>
    </>
  );
}
