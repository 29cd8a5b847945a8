import { openChains } from "./chains";
import { openPagedNumbers } from "./paged-numbers";
import type { Places } from "./places";
import { unit } from "./term-table";
import type { Member } from "./types";
import { termAt, type Vector, weightAt } from "./vector";

/** An article is looked up by its heaviest terms; any of its event shares some of them. */
const lookupTerms = 48;
/** So many entries are walked for an article, rarest terms first, however large the window is. */
const walkMax = 3_000;

/** As many articles found are looked at further: those that share most, and whoever shares as much as the last of them. */
const foundMax = 512;
/** Of what is shared, as its root, 0 to 1: steps in which it is told who shares most. */
const steps = 256;

const gone = -1;

/** Articles found and, in the same order, the squares of the weights that each shares. */
export type Shared = { members: readonly Member[]; weights: readonly number[] };

/** Which articles of the window have a term. */
export type Postings = {
  enter: (member: Member) => void;
  leave: (member: Member) => void;
  /** Forgets the entries of articles that have left these places. */
  sweep: (left: readonly number[]) => void;
  /** The articles that share terms of this vector. Order: as found. */
  collect: (vector: Vector) => Shared;
};

/** Opens empty postings: a list a term, of entries that are numbered by the article's place. */
export function openPostings(places: Places): Postings {
  const chains = openChains();
  /** By term, how many articles are looked up by it. */
  const lengths = openPagedNumbers();
  /** By place, the weight shared so far, 0 between calls; that of a place its article has left is `gone`. */
  const sums = openPagedNumbers();
  const count = (member: Member, by: 1 | -1): void => {
    for (let index = 0; index < lookupsOf(member); index += 1) {
      const term = termAt(member, index);
      lengths.set(term, lengths.get(term) + by);
    }
  };
  const walk = (term: number, weight: number, found: number[]): void => {
    for (let entry = chains.first(term); entry >= 0; entry = chains.next(entry)) {
      const place = Math.floor(entry / lookupTerms);
      const before = sums.get(place);
      if (before === gone) continue;
      if (before === 0) found.push(place);
      sums.set(place, before + weight);
    }
  };
  const find = (vector: Vector): number[] => {
    const found: number[] = [];
    let left = walkMax;
    for (let index = 0; index < lookupsOf(vector); index += 1) {
      const term = termAt(vector, index);
      const length = lengths.get(term);
      if (length > left) continue;
      left -= length;
      walk(term, weightAt(vector, index) ** 2, found);
    }
    return found;
  };
  return {
    enter: (member) => {
      for (let index = 0; index < lookupsOf(member); index += 1) chains.link(termAt(member, index), member.place * lookupTerms + index);
      count(member, 1);
    },
    leave: (member) => {
      sums.set(member.place, gone);
      count(member, -1);
    },
    sweep: (left) => {
      chains.sweep((entry) => sums.get(Math.floor(entry / lookupTerms)) === gone);
      for (const place of left) sums.set(place, 0);
    },
    collect: (vector) => {
      const found = find(vector);
      const least = leastStep(found, sums.get);
      const members: Member[] = [];
      const weights: number[] = [];
      for (const place of found) {
        const weight = sums.get(place);
        sums.set(place, 0);
        const member = stepOf(weight) >= least ? places.at(place) : undefined;
        if (!member) continue;
        members.push(member);
        weights.push(weight);
      }
      return { members, weights };
    },
  };
}

/** The highest step that enough of those found reach. */
function leastStep(found: readonly number[], weightAt: (place: number) => number): number {
  if (found.length <= foundMax) return 0;
  const counts = new Uint16Array(steps);
  for (const place of found) {
    const step = stepOf(weightAt(place));
    counts[step] = (counts[step] ?? 0) + 1;
  }
  let reached = 0;
  let step = steps;
  while (reached < foundMax) reached += counts[--step] ?? 0;
  return step;
}

const stepOf = (weight: number): number => Math.min(steps - 1, Math.floor((Math.sqrt(weight) / unit) * steps));

const lookupsOf = ({ termCount }: Vector): number => Math.min(termCount, lookupTerms);
