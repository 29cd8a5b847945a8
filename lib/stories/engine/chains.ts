import { openPagedNumbers } from "./paged-numbers";

/**
 * Lists of entries, both numbered from 0. An entry is in one list at most, and leaves it from wherever it stands, at
 * once: an array a list would be most of the engine's heap, and would be copied and searched through.
 */
export type Chains = {
  lengthOf: (list: number) => number;
  /** The entry linked last, or -1. */
  first: (list: number) => number;
  /** The entry linked before this one into the same list, or -1. */
  next: (entry: number) => number;
  link: (list: number, entry: number) => void;
  /** Takes an entry out of this list; one that is in none stays out. */
  unlink: (list: number, entry: number) => void;
};

/** What stands before the first entry of a list; an entry that is in none has 0 there. */
const head = 1;

/** Opens chains without entries: eight bytes a list and eight an entry, both up to the highest number used. */
export function openChains(): Chains {
  // 0 stands for none, so entries are kept one higher, and two higher where the head of a list has a number as well.
  const firsts = openPagedNumbers();
  const lengths = openPagedNumbers();
  const nexts = openPagedNumbers();
  const befores = openPagedNumbers();
  return {
    lengthOf: lengths.get,
    first: (list) => firsts.get(list) - 1,
    next: (entry) => nexts.get(entry) - 1,
    link: (list, entry) => {
      const second = firsts.get(list) - 1;
      nexts.set(entry, second + 1);
      if (second >= 0) befores.set(second, entry + 2);
      befores.set(entry, head);
      firsts.set(list, entry + 1);
      lengths.set(list, lengths.get(list) + 1);
    },
    unlink: (list, entry) => {
      const before = befores.get(entry);
      if (before === 0) return;
      const next = nexts.get(entry) - 1;
      if (before === head) firsts.set(list, next + 1);
      else nexts.set(before - 2, next + 1);
      if (next >= 0) befores.set(next, before);
      befores.set(entry, 0);
      lengths.set(list, lengths.get(list) - 1);
    },
  };
}
