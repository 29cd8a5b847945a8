import type { ArticleCard } from "@/lib/articles/types";
import type { StoryVersion } from "@/lib/stories/types";

/** A card as a test needs it. */
const makeCard = (id: number, facts: Partial<ArticleCard> = {}): ArticleCard => ({
  id,
  slug: `article-${id}`,
  headline: `Headline ${id}`,
  standfirst: "",
  byline: "",
  section: "world",
  language: "en",
  direction: "ltr",
  publishedAt: `2026-11-20T${String(10 + id).padStart(2, "0")}:00:00.000Z`,
  updatedAt: null,
  readingMinutes: 3,
  publisher: { slug: `title-${id}`, name: `Title ${id}`, initials: "T", colour: "#333333", isSample: true },
  picture: null,
  moreTitles: 0,
  storySlug: "story",
  lock: "locked",
  ...facts,
});

/** A version of a story as a test needs it. */
export const makeVersion = (id: number, facts: Partial<StoryVersion> = {}): StoryVersion => ({
  card: makeCard(id),
  country: "GB",
  isFirst: false,
  copyOfId: null,
  revisionCount: 0,
  novelty: { publicSentences: [], gatedCount: 0 },
  ...facts,
});
