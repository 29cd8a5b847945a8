import type { Member } from "./types";

/** An article is looked up by its heaviest terms; any of its event shares some of them. */
const lookupTerms = 48;
/** So many entries are walked for an article, rarest terms first, however large the window is. */
const walkMax = 6_000;

/** Which articles of the window have a term. */
export type Postings = {
  enter: (member: Member) => void;
  /** Articles that share terms with these weights, with the squares of the shared weights; those in no story are passed over. */
  collect: (vector: Uint32Array) => Map<Member, number>;
};

/**
 * Opens empty postings. An article that left the window is passed over (it is in no story) and swept out when a list
 * holds more such than others.
 */
export function openPostings(): Postings {
  const lists = new Map<number, Member[]>();
  return {
    enter: (member) => {
      for (let at = 0; at < Math.min(member.vector.length, lookupTerms * 2); at += 2) {
        const term = member.vector[at] ?? 0;
        const list = lists.get(term);
        if (list) list.push(member);
        else lists.set(term, [member]);
      }
    },
    collect: (vector) => {
      const shared = new Map<Member, number>();
      let left = walkMax;
      for (let at = 0; at < Math.min(vector.length, lookupTerms * 2); at += 2) {
        const list = sweep(lists, vector[at] ?? 0);
        if (list.length > left) continue;
        left -= list.length;
        count(list, (vector[at + 1] ?? 0) ** 2, shared);
      }
      return shared;
    },
  };
}

function count(list: readonly Member[], weight: number, shared: Map<Member, number>): void {
  for (const member of list) if (member.story) shared.set(member, (shared.get(member) ?? 0) + weight);
}

function sweep(lists: Map<number, Member[]>, term: number): readonly Member[] {
  const list = lists.get(term);
  if (!list) return [];
  const first = list[0];
  if (!first || first.story) return list;
  const living = list.filter((member) => member.story);
  if (living.length === 0) lists.delete(term);
  else if (living.length * 2 < list.length) lists.set(term, living);
  return living;
}
