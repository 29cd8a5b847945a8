import { hasEnded } from "./resolve-picks";
import type { BoardEntry } from "./types";

/** How one pick differs between what is published and what the draft says. */
export type BoardChange = { key: string; articleId: number; kind: "new" | "gone" | "changed"; what: string[] };

/** What publishing a draft would change for readers, from `now` on. */
export function compareBoards(published: readonly BoardEntry[], draft: readonly BoardEntry[], now: Date): BoardChange[] {
  const was = new Map(published.filter((entry) => !hasEnded(entry, now)).map((entry) => [entry.key, entry]));
  const is = new Map(draft.filter((entry) => !hasEnded(entry, now)).map((entry) => [entry.key, entry]));
  const made = [...is.values()].flatMap((entry) => compareEntries(was.get(entry.key), entry));
  const gone = [...was.values()]
    .filter(({ key }) => !is.has(key))
    .map(({ key, articleId }): BoardChange => ({ key, articleId, kind: "gone", what: [] }));
  return [...made, ...gone];
}

function compareEntries(before: BoardEntry | undefined, after: BoardEntry): BoardChange[] {
  const { key, articleId } = after;
  if (!before) return [{ key, articleId, kind: "new", what: [] }];
  const what = differences.flatMap(([differs, words]) => (differs(before, after) ? [words(before, after)] : []));
  return what.length === 0 ? [] : [{ key, articleId, kind: "changed", what }];
}

type Pair<Value> = (before: BoardEntry, after: BoardEntry) => Value;

const differences: [differs: Pair<boolean>, words: Pair<string>][] = [
  [(a, b) => a.slot !== b.slot, (a, b) => `place ${a.slot} to ${b.slot}`],
  [(a, b) => a.isPinned !== b.isPinned, (_, b) => (b.isPinned ? "pinned" : "no longer pinned")],
  [(a, b) => a.edition !== b.edition, (_, b) => `for ${b.edition === "" ? "every edition" : b.edition}`],
  [(a, b) => !sameTime(a.startsAt, b.startsAt), () => "another start"],
  [(a, b) => !sameTime(a.endsAt, b.endsAt), () => "another end"],
  [(a, b) => a.note !== b.note, () => "another note"],
  [(a, b) => a.headline !== b.headline || a.standfirst !== b.standfirst, () => "other words on its card"],
];

const sameTime = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime();
