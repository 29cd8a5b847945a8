import { showCard } from "@/lib/articles/show-card";
import { hasFullAccess, mayRead } from "@/lib/entitlements/may-read";
import type { Viewer } from "@/lib/entitlements/types";
import { countGrowth } from "./count-growth";
import { showNovelty } from "./show-novelty";
import type { LinkRow, StoredStory, StoryFacts, VersionRow } from "./stored-story";
import type { LinkedStory, StoryVersion, StoryView } from "./types";

/**
 * What a viewer may open of a story, in few characters: two viewers of whom it is the same see the same page.
 *
 * @returns for each version how `mayRead` decides, and whether the viewer reads everything
 */
export function rightsIn({ versions }: StoredStory, viewer: Viewer, now: Date): string {
  const decided = versions.map(({ card }) => {
    const decision = mayRead(viewer, card.policy, now);
    return decision.granted ? `+${decision.by[0]}` : `-${decision.reason === "meter" ? "m" : "x"}`;
  });
  return `${hasFullAccess(viewer, now) ? "all" : "some"} ${decided.join("")}`;
}

/** A story as one viewer sees it; null where nothing of it may be listed any more. */
export function showStory({ facts, versions, links }: StoredStory, viewer: Viewer, now: Date): StoryView | null {
  const shown = versions.map((version) => showVersion(version, facts, viewer, now));
  const best = shown.find(({ card }) => card.id === facts.headlineArticleId) ?? shown[0];
  if (!best) return null;
  const {
    headlineArticleId: _headline,
    firstArticleId: _first,
    headlineReason,
    deskHeadline,
    liveUntil,
    publisherCount,
    firstAt,
    lastAt,
    ...rest
  } = facts;
  return {
    ...rest,
    headline: {
      text: deskHeadline ?? best.card.headline,
      direction: best.card.direction,
      articleSlug: best.card.slug,
      publisher: best.card.publisher,
      reason: headlineReason,
      isByDesk: deskHeadline !== null,
    },
    isLive: liveUntil !== null && liveUntil > now,
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
    titleCount: publisherCount,
    countryCount: new Set(shown.map(({ country }) => country)).size,
    versions: shown,
    growth: countGrowth(shown.map(({ card }) => ({ publishedAt: card.publishedAt, publisher: card.publisher.slug }))),
    earlier: pick(links, "earlier"),
    later: pick(links, "later"),
    otherLanguages: pick(links, "language"),
  };
}

function showVersion(version: VersionRow, facts: StoryFacts, viewer: Viewer, now: Date): StoryVersion {
  return {
    card: showCard(version.card, viewer, now),
    country: version.country,
    isFirst: version.card.id === facts.firstArticleId,
    copyOfId: version.copyOfId,
    revisionCount: version.revisionCount,
    novelty: showNovelty(version, mayRead(viewer, version.card.policy, now).granted),
  };
}

const pick = (links: readonly LinkRow[], wanted: LinkRow["kind"]): LinkedStory[] =>
  links.filter(({ kind }) => kind === wanted).map(({ kind: _kind, subject: _subject, ...story }) => story);
