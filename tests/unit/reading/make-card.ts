import type { ArticleCard } from "@/lib/articles/types";

/** A card of which a test says what it is about. */
export function makeCard(facts: Partial<ArticleCard> = {}): ArticleCard {
  const id = facts.id ?? 1;
  return {
    id,
    slug: `article-${id}`,
    headline: `Headline ${id}`,
    standfirst: "",
    byline: "",
    section: "world",
    language: "en",
    direction: "ltr",
    publishedAt: "2026-11-22T10:00:00.000Z",
    updatedAt: null,
    readingMinutes: 3,
    publisher: { slug: "herald", name: "Herald", initials: "H", colour: "#123456", isSample: false },
    picture: null,
    moreTitles: 0,
    storySlug: null,
    lock: "open",
    ...facts,
  };
}
