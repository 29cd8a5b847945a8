import { layOut } from "@/lib/stories/engine/article-numbers";
import { openNumberRoom } from "@/lib/stories/engine/number-room";
import { openStory } from "@/lib/stories/engine/story-sums";
import { unit } from "@/lib/stories/engine/term-table";
import type { TextSignature } from "@/lib/stories/engine/text-signature";
import type { Member, StoryState } from "@/lib/stories/engine/types";
import { toVector } from "@/lib/stories/engine/vector";
import type { StoryWindow } from "@/lib/stories/engine/window";

type More = Partial<Member> & { signature?: TextSignature | null };

/** An article in no story yet, of these terms by number; how heavy each is beside the others. */
function buildMember(id: number, heavy: Record<number, number>, { signature = null, ...more }: More): Member {
  const pairs = Object.entries(heavy).sort(([, a], [, b]) => b - a);
  const length = Math.hypot(...pairs.map(([, weight]) => weight));
  const terms = pairs.map(([term]) => Number(term));
  const weights = pairs.map(([, weight]) => Math.round((weight / length) * unit));
  return {
    id,
    atMs: id,
    publisher: 0,
    place: -1,
    ...layOut(toVector(terms, weights), new Uint16Array(), signature, openNumberRoom()),
    copyOfId: null,
    story: null,
    ...more,
  };
}

/** An article whose terms all weigh the same. */
export const buildEven = (id: number, terms: readonly number[], more: More = {}): Member =>
  buildMember(id, Object.fromEntries(terms.map((term) => [term, 1])), more);

/** Puts articles into a window, each into a story of its own, with the time of each let pass first. */
export function enterAll(window: StoryWindow, members: readonly Member[]): StoryState[] {
  return members.map((member) => {
    const story = openStory(member.id);
    window.expire(member.atMs);
    window.enter(member, story);
    return story;
  });
}
