type CodeFieldProps = { id: string; label: string; hint: string; isNumber: boolean };

/** A field for a one-time code, which phones and password managers fill in by themselves. */
export function CodeField({ id, label, hint, isNumber }: CodeFieldProps) {
  return (
    <p className="field code-field">
      <label htmlFor={id}>{label}</label>
      <small id={`${id}-hint`}>{hint}</small>
      <input
        id={id}
        name="code"
        type="text"
        inputMode={isNumber ? "numeric" : "text"}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={40}
        required
        aria-describedby={`${id}-hint`}
      />
    </p>
  );
}
