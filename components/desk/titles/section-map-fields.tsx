import { mapSection } from "@/lib/articles/map-section";
import { findSection } from "@/lib/articles/sections";
import { foldCategory } from "@/lib/feeds/fold-category";
import { SectionChoice } from "./section-choice";

type SectionMapFieldsProps = {
  /** The publisher's own names of sections. */
  categories: readonly string[];
  /** What was said of them before, by their folded names. */
  said: Readonly<Record<string, string>>;
};

/** What each of a publisher's categories is called here; what is left alone is filed by the house's own table. */
export function SectionMapFields({ categories, said }: SectionMapFieldsProps) {
  const shown = [...new Set([...Object.keys(said), ...categories.map(foldCategory)])].slice(0, 60);
  if (shown.length === 0) return <p className="desk-meta">Its entries name no categories: each is filed by its address and its words.</p>;
  return (
    <div className="title-map">
      {shown.map((category) => (
        <label key={category}>
          <input type="hidden" name="category" value={category} />
          <span>{category}</span>
          <SectionChoice
            name="categorySection"
            label={`Section of ${category}`}
            value={said[category] ?? ""}
            none={{ value: "", words: houseWords(category) }}
          />
        </label>
      ))}
    </div>
  );
}

function houseWords(category: string): string {
  const { section, by } = mapSection("top", [category], null);
  return by === "category" ? `By itself: ${findSection(section)?.name ?? section}` : "By itself: no section";
}
