import { lettersOf } from "./article-numbers";
import type { StoryEvidence } from "./choose-story";
import { letterLikeness } from "./letter-likeness";
import { mixLetters } from "./likeness";
import type { Shared } from "./postings";
import { centroidLikeness, isOfOne, memberLikeness } from "./story-sums";
import type { Member, StoryState } from "./types";
import { weighAgainst } from "./weigh-against";

/** Stories that are weighed exactly; more share a term or two by chance. */
const storiesMax = 32;
/** Members of a story that are weighed exactly: those that share most. */
const membersMax = 4;

/** A story near an article, with what speaks for it. */
export type NearStory = { story: StoryState; evidence: StoryEvidence };

/**
 * Weighs the stories of the articles found: the 32 that share most, each by its centroid and its four members that
 * share most.
 *
 * @param shared the articles found, and how much each shares with this one
 */
export function gatherEvidence(member: Member, shared: Shared): NearStory[] {
  const nearest = listNearest(shared);
  return weighAgainst([member], (dot) =>
    nearest.map(({ story, members }) => {
      const words = members.map((near) => memberLikeness(dot, near));
      return {
        story,
        evidence: {
          key: story.key,
          memberCount: story.members.length,
          // Of a single article the centroid is the article itself.
          centroid: story.members.length > 1 ? centroidLikeness(dot, story) : (words[0] ?? 0),
          nearest: members.map((near, index) => withLetters(words[index] ?? 0, near, member)).sort((a, b) => b - a),
          gapMs: Math.min(...members.map((near) => Math.abs(near.atMs - member.atMs))),
          isOwn: isOfOne(members, member.publisher),
        },
      };
    }),
  );
}

function withLetters(words: number, near: Member, member: Member): number {
  const terms = Math.min(near.termCount, member.termCount);
  return mixLetters(words, letterLikeness(lettersOf(near), lettersOf(member)), terms);
}

type NearMembers = { story: StoryState; members: Member[] };

function listNearest({ members, weights }: Shared): NearMembers[] {
  const most = new Map<StoryState, number>();
  for (const [index, { story }] of members.entries()) {
    if (story) most.set(story, Math.max(most.get(story) ?? 0, weights[index] ?? 0));
  }
  const chosen = new Map(likestStories(most).map((story) => [story, [] as { member: Member; weight: number }[]]));
  for (const [index, member] of members.entries()) {
    if (member.story) chosen.get(member.story)?.push({ member, weight: weights[index] ?? 0 });
  }
  return Array.from(chosen, ([story, found]) => ({
    story,
    members: found
      .sort((a, b) => b.weight - a.weight || b.member.atMs - a.member.atMs || b.member.id - a.member.id)
      .slice(0, membersMax)
      .map(({ member }) => member),
  }));
}

/** Stories by what their likest article shares, most first; then by key. */
function likestStories(most: ReadonlyMap<StoryState, number>): StoryState[] {
  const kept: { story: StoryState; weight: number }[] = [];
  for (const [story, weight] of most) {
    const last = kept[storiesMax - 1];
    if (last && (weight < last.weight || (weight === last.weight && story.key > last.story.key))) continue;
    const at = kept.findIndex((each) => weight > each.weight || (weight === each.weight && story.key < each.story.key));
    kept.splice(at === -1 ? kept.length : at, 0, { story, weight });
    kept.length = Math.min(kept.length, storiesMax);
  }
  return kept.map(({ story }) => story);
}
