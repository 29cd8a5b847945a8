import { Field } from "./field";
import type { FormError } from "./types";

/** A password to be set. @param lengthMin characters, from the rule that will check it */
export function NewPasswordField({ error, lengthMin, label = "Password" }: { error: FormError | null; lengthMin: number; label?: string }) {
  return (
    <Field
      name="password"
      label={label}
      type="password"
      autoComplete="new-password"
      hint={`At least ${lengthMin} characters. A few words are easier to keep than signs.`}
      minLength={lengthMin}
      maxLength={128}
      error={error}
    />
  );
}
