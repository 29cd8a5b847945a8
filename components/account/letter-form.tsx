import { EmailField } from "./email-field";
import { FormShell } from "./form-shell";
import type { FormAction, FormError } from "./types";

type LetterFormProps = { action: FormAction; error: FormError | null; defaults: { email: string }; returnTo: string; submit: string };

/** Asks for the address that a letter goes to. */
export function LetterForm({ action, error, defaults, returnTo, submit }: LetterFormProps) {
  return (
    <>
      <FormShell action={action} error={error} returnTo={returnTo} submit={submit}>
        <EmailField error={error} defaultValue={defaults.email} />
      </FormShell>
      <p className="form-after">
        <a className="quiet" href="/sign-in">
          Back to sign in
        </a>
      </p>
    </>
  );
}
