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
  inputMode?: "numeric";
};

/** A labelled field whose hint and error are read out with it. */
export function Field({ name, label, type, autoComplete, error, hint, defaultValue, minLength, maxLength, inputMode }: FieldProps) {
  const fault = error?.fields[name];
  const described = [hint && `${name}-hint`, fault && `${name}-error`].filter(Boolean).join(" ");
  const isName = type === "text" && inputMode === undefined;
  return (
    <p className="field">
      <label htmlFor={name}>{label}</label>
      {hint && <small id={`${name}-hint`}>{hint}</small>}
      <input
        id={name}
        name={name}
        type={type}
        inputMode={inputMode}
        autoComplete={autoComplete}
        defaultValue={defaultValue}
        minLength={minLength}
        maxLength={maxLength}
        required
        spellCheck={isName ? undefined : false}
        autoCapitalize={isName ? "words" : "none"}
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
