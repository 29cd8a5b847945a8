import { openStory } from "@/lib/stories/engine/story-sums";
import { unit } from "@/lib/stories/engine/term-table";
import type { Member, StoryState } from "@/lib/stories/engine/types";
import type { StoryWindow } from "@/lib/stories/engine/window";

/** An article in no story yet, of these terms by number; how heavy each is beside the others. */
function buildMember(id: number, terms: Record<number, number>, more: Partial<Member> = {}): Member {
  const pairs = Object.entries(terms).sort(([, a], [, b]) => b - a);
  const length = Math.hypot(...pairs.map(([, weight]) => weight));
  const vector = Uint32Array.from(pairs.flatMap(([term, weight]) => [Number(term), Math.round((weight / length) * unit)]));
  return {
    id,
    atMs: id,
    publisher: 0,
    place: -1,
    vector,
    letters: new Uint16Array(),
    signature: null,
    copyOfId: null,
    story: null,
    ...more,
  };
}

/** An article whose terms all weigh the same. */
export const buildEven = (id: number, terms: readonly number[], more: Partial<Member> = {}): Member =>
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
