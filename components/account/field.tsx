import type { FormError } from "./types";

type FieldProps = {
  name: string;
  label: string;
  type: "text" | "email" | "password";
  autoComplete: string;
  error: FormError | null;
  hint?: string;
  defaultValue?: string;
  minLength?: number;
  maxLength?: number;
};

/** A labelled field whose hint and error are read out with it. */
export function Field({ name, label, type, autoComplete, error, hint, defaultValue, minLength, maxLength }: FieldProps) {
  const fault = error?.fields[name];
  const described = [hint && `${name}-hint`, fault && `${name}-error`].filter(Boolean).join(" ");
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      {hint && <small id={`${name}-hint`}>{hint}</small>}
      <input
        id={name}
        name={name}
        type={type}
        autoComplete={autoComplete}
        defaultValue={defaultValue}
        minLength={minLength}
        maxLength={maxLength}
        required
        spellCheck={type === "text" ? undefined : false}
        autoCapitalize={type === "text" ? "words" : "none"}
        aria-invalid={fault ? true : undefined}
        aria-describedby={described || undefined}
      />
      {fault && (
        <strong className="field-error" id={`${name}-error`}>
          {fault}
        </strong>
      )}
    </p>
  );
}
