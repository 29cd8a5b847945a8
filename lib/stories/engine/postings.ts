import type { Member } from "./types";

/** An article is looked up by its heaviest terms; any of its event shares some of them. */
const lookupTerms = 48;
/** So many entries are walked for an article, rarest terms first, however large the window is. */
const walkMax = 6_000;

/** An article found and the squares of the weights that it shares. */
export type SharedWeight = { member: Member; weight: number };

/** Which articles of the window have a term. */
export type Postings = {
  enter: (member: Member) => void;
  leave: (member: Member) => void;
  /** The articles that share terms of this vector. Order: as found. */
  collect: (vector: Uint32Array) => SharedWeight[];
};

/** Opens empty postings. */
export function openPostings(): Postings {
  const lists = new Map<number, Member[]>();
  return {
    enter: (member) => {
      for (const term of lookups(member.vector)) {
        const list = lists.get(term);
        if (list) list.push(member);
        else lists.set(term, [member]);
      }
    },
    leave: (member) => {
      for (const term of lookups(member.vector)) {
        const list = lists.get(term) ?? [];
        // Those that leave came first, as a rule, so the place is found at once.
        const at = list.indexOf(member);
        if (list.length === 1) lists.delete(term);
        else if (at === 0) list.shift();
        else if (at > 0) list.splice(at, 1);
      }
    },
    collect: (vector) => {
      const shared = new Map<Member, SharedWeight>();
      let left = walkMax;
      for (let at = 0; at < Math.min(vector.length, lookupTerms * 2); at += 2) {
        const list = lists.get(vector[at] ?? 0);
        if (!list || list.length > left) continue;
        left -= list.length;
        count(list, (vector[at + 1] ?? 0) ** 2, shared);
      }
      return [...shared.values()];
    },
  };
}

function* lookups(vector: Uint32Array): Generator<number> {
  for (let at = 0; at < Math.min(vector.length, lookupTerms * 2); at += 2) yield vector[at] ?? 0;
}

function count(list: readonly Member[], weight: number, shared: Map<Member, SharedWeight>): void {
  for (const member of list) {
    const known = shared.get(member);
    if (known) known.weight += weight;
    else shared.set(member, { member, weight });
  }
}
