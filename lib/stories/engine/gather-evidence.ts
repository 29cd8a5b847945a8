import type { StoryEvidence } from "./choose-story";
import { letterLikeness } from "./letter-likeness";
import { mixLetters } from "./likeness";
import type { SharedWeight } from "./postings";
import { centroidLikeness, memberLikeness, weightsOf } from "./story-sums";
import type { Member, StoryState } from "./types";

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
 * @param shared the weight that each article found shares with this one
 */
export function gatherEvidence(member: Member, shared: readonly SharedWeight[]): NearStory[] {
  const weights = weightsOf(member.vector);
  return listNearest(shared).map(({ story, members }) => {
    const words = members.map((near) => memberLikeness(weights, near));
    return {
      story,
      evidence: {
        key: story.key,
        memberCount: story.members.size,
        // Of a single article the centroid is the article itself.
        centroid: story.sum ? centroidLikeness(member.vector, story) : (words[0] ?? 0),
        nearest: members.map((near, index) => withLetters(words[index] ?? 0, near, member)).sort((a, b) => b - a),
        gapMs: Math.min(...members.map((near) => Math.abs(near.atMs - member.atMs))),
      },
    };
  });
}

function withLetters(words: number, near: Member, member: Member): number {
  const terms = Math.min(near.vector.length, member.vector.length) / 2;
  return mixLetters(words, letterLikeness(near.letters, member.letters), terms);
}

function listNearest(shared: readonly SharedWeight[]): { story: StoryState; members: Member[] }[] {
  const found = new Map<StoryState, SharedWeight[]>();
  for (const each of shared) {
    const { story } = each.member;
    if (!story) continue;
    const list = found.get(story);
    if (list) list.push(each);
    else found.set(story, [each]);
  }
  return [...found]
    .map(([story, all]) => {
      const most = all.length === 1 ? all : all.sort(byWeight).slice(0, membersMax);
      return { story, members: most.map(({ member }) => member), weight: most[0]?.weight ?? 0 };
    })
    .sort((a, b) => b.weight - a.weight || a.story.key - b.story.key)
    .slice(0, storiesMax);
}

const byWeight = (a: SharedWeight, b: SharedWeight): number =>
  b.weight - a.weight || b.member.atMs - a.member.atMs || b.member.id - a.member.id;
