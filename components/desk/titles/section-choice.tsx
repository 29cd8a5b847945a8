import { sections } from "@/lib/articles/sections";

type SectionChoiceProps = {
  name: string;
  /** For whoever cannot see what it stands beside. */
  label: string;
  value: string;
  /** Value and words of the first choice, which names no section. */
  none: { value: string; words: string };
};

/** One of our sections, or none. */
export function SectionChoice({ name, label, value, none }: SectionChoiceProps) {
  return (
    <select name={name} aria-label={label} defaultValue={value}>
      <option value={none.value}>{none.words}</option>
      {sections.map((section) => (
        <option key={section.slug} value={section.slug}>
          {section.name}
        </option>
      ))}
    </select>
  );
}

/** A feed of everything: each entry is filed by its own categories. */
export const byCategory = { value: "top", words: "Several: by category" };
