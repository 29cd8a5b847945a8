import { Field } from "./field";
import type { FormError } from "./types";

type EmailFieldProps = {
  error: FormError | null;
  defaultValue: string;
  /** "username" where somebody signs in: that is what password managers keep it as. */
  autoComplete?: "username" | "email";
};

/** The address of an account. */
export function EmailField({ error, defaultValue, autoComplete = "username" }: EmailFieldProps) {
  return (
    <Field
      name="email"
      label="E-mail address"
      type="email"
      autoComplete={autoComplete}
      maxLength={254}
      error={error}
      defaultValue={defaultValue}
    />
  );
}
