import type { SectionBy, SectionSlug } from "./sections";

/** An article's section and who named it. */
export type Filing = { section: SectionSlug; by: SectionBy };

/** Whose word counts for less stands before whose counts for more. */
const authority: readonly SectionBy[] = ["none", "classifier", "address", "category", "publisher", "editor"];

/**
 * Where an article belongs that a feed names again: elsewhere when a higher authority says so; and a title's own section
 * wins over its World, which many use as the feed of everything.
 *
 * @returns null where it stays as it is filed
 */
export function refileArticle(named: Filing, known: { section: string; sectionBy: SectionBy }): Filing | null {
  const rise = authority.indexOf(named.by) - authority.indexOf(known.sectionBy);
  if (rise > 0) return named;
  return rise === 0 && named.by === "publisher" && known.section === "world" && named.section !== "world" ? named : null;
}
