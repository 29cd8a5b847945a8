import { findMutesOf, hasMutes, withoutMuted } from "@/lib/articles/mute-door-store";
import { noteHidden } from "@/lib/entitlements/hidden-tally";
import type { Viewer } from "@/lib/entitlements/types";
import type { StoredStory, StoryFacts, VersionRow } from "./stored-story";

/**
 * A story without the tellings and links that a viewer has muted; the very same where nothing is. A mute of the story
 * itself hides nothing here: this is its own page.
 */
export async function withoutMutedParts(story: StoredStory, viewer: Viewer, now: Date): Promise<StoredStory> {
  if (!hasMutes(viewer)) return story;
  const sentencesOf = new Map(story.versions.map(({ card, publicSentences }) => [card, publicSentences]));
  const cards = story.versions.map(({ card }) => card);
  const scope = {
    own: { kind: "story", id: story.facts.id } as const,
    wordsWith: (row: (typeof cards)[number]) => sentencesOf.get(row) ?? [],
  };
  const subjects = story.links.map(({ subject }) => subject);
  const [rows, linkMutes] = await Promise.all([withoutMuted(cards, viewer, now, scope), findMutesOf(subjects, viewer, now)]);
  const kept = new Set(rows);
  const links = story.links.filter((_link, index) => !linkMutes[index]);
  if (kept.size === cards.length && links.length === story.links.length) return story;
  noteHidden(
    viewer,
    "article",
    subjects.filter((_subject, index) => linkMutes[index]).map(({ id }) => id),
  );
  const versions = story.versions.filter(({ card }) => kept.has(card));
  return { facts: factsOf(story, versions), versions, links };
}

/** What a story's page says of how many tell it is about what it shows. */
function factsOf({ facts, versions: all }: StoredStory, versions: readonly VersionRow[]): StoryFacts {
  const titles = (rows: readonly VersionRow[]) => new Set(rows.map(({ card }) => card.policy.publisherId)).size;
  const hasHeadline = versions.some(({ card }) => card.id === facts.headlineArticleId);
  return {
    ...facts,
    articleCount: facts.articleCount - (all.length - versions.length),
    publisherCount: facts.publisherCount - (titles(all) - titles(versions)),
    headlineReason: hasHeadline ? facts.headlineReason : "",
  };
}
