/** The sections of the paper, in their standing order; `hue` names a section colour token. */
export const sections = [
  { slug: "world", name: "World", hue: "clay" },
  { slug: "politics", name: "Politics", hue: "plum" },
  { slug: "business", name: "Business", hue: "ochre" },
  { slug: "technology", name: "Technology", hue: "slate" },
  { slug: "science", name: "Science", hue: "slate" },
  { slug: "health", name: "Health", hue: "teal" },
  { slug: "climate", name: "Climate", hue: "moss" },
  { slug: "culture", name: "Culture", hue: "plum" },
  { slug: "sport", name: "Sport", hue: "moss" },
  { slug: "life", name: "Life", hue: "teal" },
  { slug: "opinion", name: "Opinion", hue: "clay" },
] as const;

export type Section = (typeof sections)[number];
export type SectionSlug = Section["slug"];

/** Who may have named an article's section. */
export type SectionBy = "editor" | "publisher" | "category" | "address" | "classifier" | "none";

/** The section with this slug, or null. */
export function findSection(slug: string): Section | null {
  return sections.find((section) => section.slug === slug) ?? null;
}
