import { openPagedNumbers } from "./paged-numbers";

/**
 * Lists of entries, both numbered from 0; an entry is in one list at most. An array a list would be most of the engine's
 * heap, and would be copied and searched through. An entry knows only the one linked before it, so those that have gone
 * stay where they are until all lists are swept: whoever walks a list passes over them.
 */
export type Chains = {
  /** The entry linked last, or -1. */
  first: (list: number) => number;
  /** The entry linked before this one into the same list, or -1. */
  next: (entry: number) => number;
  link: (list: number, entry: number) => void;
  /** Takes the entries that have gone out of every list; only then may their numbers be used again. */
  sweep: (isGone: (entry: number) => boolean) => void;
};

/** Opens chains without entries: four bytes a list and four an entry, both up to the highest number used. */
export function openChains(): Chains {
  // 0 stands for none, so entries are kept one higher.
  const firsts = openPagedNumbers();
  const nexts = openPagedNumbers();
  let lists = 0;
  const sweepList = (list: number, isGone: (entry: number) => boolean): void => {
    let kept = -1;
    for (let entry = firsts.get(list) - 1; entry >= 0; entry = nexts.get(entry) - 1) {
      if (isGone(entry)) continue;
      if (kept < 0) firsts.set(list, entry + 1);
      else nexts.set(kept, entry + 1);
      kept = entry;
    }
    if (kept < 0) firsts.set(list, 0);
    else nexts.set(kept, 0);
  };
  return {
    first: (list) => firsts.get(list) - 1,
    next: (entry) => nexts.get(entry) - 1,
    link: (list, entry) => {
      nexts.set(entry, firsts.get(list));
      firsts.set(list, entry + 1);
      lists = Math.max(lists, list + 1);
    },
    sweep: (isGone) => {
      for (let list = 0; list < lists; list += 1) if (firsts.get(list) > 0) sweepList(list, isGone);
    },
  };
}
