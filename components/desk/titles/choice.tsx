type ChoiceProps<Value extends string> = {
  name: string;
  label: string;
  words: Readonly<Record<Value, string>>;
  value: string | null;
  /** Of the first choice, which says nothing; without it one has to be chosen. */
  any?: string;
};

/** A field that is one of a few. */
export function Choice<Value extends string>({ name, label, words, value, any }: ChoiceProps<Value>) {
  return (
    <label className="desk-field">
      <span>{label}</span>
      <select name={name} defaultValue={value ?? ""}>
        {any !== undefined && <option value="">{any}</option>}
        {Object.entries<string>(words).map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
