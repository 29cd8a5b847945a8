import { ChangesPage } from "@/components/article/changes-page";
import { StoryData } from "@/components/story/story-data";
import { StoryPage } from "@/components/story/story-page";
import { TopPage } from "@/components/top-stories/top-page";
import { diffWords } from "@/lib/articles/diff-words";
import type { ArticleCard } from "@/lib/articles/types";
import type { StoryVersion, StoryView } from "@/lib/stories/types";
import type { VectorView } from "./view-vector";

const now = new Date("2026-11-22T12:00:00Z");
const visitor = { kind: "visitor" } as const;
const terms = { titles: 1, places: 1, growth: 1, origin: 0, length: 1, reads: 0, pick: 0, time: 62_000 };

/** The pages of a story, of top stories and of what changed, with a vector in every text that a publisher writes. */
const follow = { kind: "story", target: "1", isFollowed: null } as const;

export function Stories({ views, query }: VectorView) {
  const cards = views.slice(0, 2).map((view) => view.card);
  const [first, second = first] = cards;
  if (!first || !second) return null;
  const story = storyOf(cards, first, query);
  const part = diffWords(first.headline, second.standfirst, first.language);
  const change = { number: 1, kind: "material" as const, seenAt: first.publishedAt, headline: part, standfirst: part, note: query };
  const changes = [change, { ...change, number: 2, kind: "minor" as const, note: null }];
  const place = { rank: 1, card: first, titleCount: 2, slug: "story", score: 1, terms };
  const top = { edition: "en", languages: ["en", "de"], editions: ["en", "en-GB"], section: null, places: [place] };
  return (
    <>
      <StoryPage view={story} follow={follow} order="time" viewer={visitor} now={now} />
      <StoryPage view={story} follow={follow} order="country" viewer={visitor} now={now} />
      <StoryData view={story} pageUrl="https://broadsheet.example/story/story" />
      <TopPage view={top} viewer={visitor} now={now} />
      <ChangesPage view={{ card: first, changes, first: { headline: query, standfirst: query }, isCut: true }} viewer={visitor} now={now} />
    </>
  );
}

function storyOf(cards: ArticleCard[], first: ArticleCard, query: string): StoryView {
  const versions = cards.map(
    (card, index): StoryVersion => ({
      card,
      country: "GB",
      isFirst: index === 0,
      copyOfId: index === 0 ? null : first.id,
      revisionCount: 0,
      novelty: { publicSentences: [card.standfirst, query], gatedCount: 1 },
    }),
  );
  const { language, direction, publishedAt, headline, section } = first;
  const linked = { slug: "other", headline: query, language, direction, titleCount: 2, firstAt: publishedAt, lastAt: publishedAt, section };
  return {
    id: 1,
    slug: "story",
    headline: { text: headline, direction, articleSlug: first.slug, publisher: first.publisher, reason: query, isByDesk: false },
    isLive: true,
    section,
    language,
    firstAt: publishedAt,
    lastAt: publishedAt,
    articleCount: versions.length,
    titleCount: versions.length,
    countryCount: 1,
    score: 1,
    scoreTerms: terms,
    versions,
    growth: [
      { hourAt: "2026-11-22T08:00:00.000Z", articleCount: 1, titleCount: 1 },
      { hourAt: "2026-11-22T10:00:00.000Z", articleCount: 2, titleCount: 2 },
    ],
    earlier: [linked],
    later: [linked],
    otherLanguages: [linked],
  };
}
