import { foldCategory } from "@/lib/feeds/fold-category";
import { sectionOfWord } from "./section-words";
import { findSection, type SectionSlug } from "./sections";

/** Where an article stands and who says so; "none" is World for want of any word. */
export type SectionChoice = { section: SectionSlug; by: "publisher" | "category" | "address" | "none" };

/**
 * The section of an article: its feed's own; for a general feed ("top") the first of its categories that
 * names a section, then the first part of its address that does, else World. What the office has said of the title's own
 * categories comes before what their words mean elsewhere.
 *
 * @param feedSection a section's slug or "top"
 * @param own sections by the title's categories, as `foldCategory` folds them; one that is none of ours is passed over
 */
export function mapSection(feedSection: string, categories: readonly string[], url: string | null, own: OwnSections = {}): SectionChoice {
  const stated = findSection(feedSection) ?? ownSection(categories, own);
  if (stated) return { section: stated.slug, by: "publisher" };
  const category = firstNamed(categories);
  if (category) return { section: category, by: "category" };
  const place = firstNamed(pathParts(url));
  return place ? { section: place, by: "address" } : { section: "world", by: "none" };
}

type OwnSections = Readonly<Record<string, string>>;

function ownSection(categories: readonly string[], own: OwnSections): ReturnType<typeof findSection> {
  for (const category of categories) {
    const folded = foldCategory(category);
    const named = Object.hasOwn(own, folded) ? findSection(own[folded] ?? "") : null;
    if (named) return named;
  }
  return null;
}

function firstNamed(labels: readonly string[]): SectionSlug | null {
  for (const label of labels) {
    const named = namedSection(label);
    if (named) return named;
  }
  return null;
}

/** The whole label first, so that "Life and style" is Life; then its words from the left. */
function namedSection(label: string): SectionSlug | null {
  const whole = label
    .trim()
    .toLowerCase()
    .replace(/[\s_/&]+/gu, "-");
  const known = sectionOfWord.get(whole);
  if (known) return known;
  for (const word of whole.split(/[^\p{L}\p{N}]+/u)) {
    const section = sectionOfWord.get(word);
    if (section && word.length > 2) return section;
  }
  return null;
}

function pathParts(url: string | null): string[] {
  if (!url || !URL.canParse(url)) return [];
  // The last part names the article, not its place.
  return new URL(url).pathname.split("/").filter(Boolean).slice(0, -1);
}
