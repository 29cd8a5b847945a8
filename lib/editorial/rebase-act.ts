import { err, ok, type Result } from "@/lib/core/result";
import { aliveAt, type BoardScene, editBoard } from "./edit-board";
import type { BoardAct, BoardEntry } from "./types";

export type RebaseError = { kind: "stale" } | { kind: "invalid"; words: string };

type Boards = {
  /** What the editor had before them. */
  seen: readonly BoardEntry[];
  /** What others have made of it since. */
  newest: readonly BoardEntry[];
};

/**
 * An act of an editor who has not seen what others did meanwhile: done on the newest board where it touches no pick and no
 * place that they touched, and comes to the same there; `stale` otherwise.
 */
export function rebaseAct({ seen, newest }: Boards, act: BoardAct, scene: BoardScene): Result<BoardEntry[], RebaseError> {
  const meant = editBoard(seen, act, scene);
  const done = editBoard(newest, act, scene);
  const theirs = touchedBy(aliveAt(seen, scene.now), aliveAt(newest, scene.now));
  if (!meant.ok) return err(done.ok ? { kind: "stale" } : { kind: "invalid", words: meant.error });
  const mine = touchedBy(aliveAt(seen, scene.now), meant.value);
  if (meets(mine.keys, theirs.keys) || meets(mine.slots, theirs.slots)) return err({ kind: "stale" });
  if (!done.ok) return err({ kind: "stale" });
  const there = touchedBy(aliveAt(newest, scene.now), done.value);
  const isSame = there.keys.size === mine.keys.size && [...there.keys].every((key) => mine.keys.has(key));
  return isSame ? ok(done.value) : err({ kind: "stale" });
}

type Touched = { keys: Set<string>; slots: Set<number> };

/** The picks that differ between two boards, and the places they wanted before and after. */
export function touchedBy(before: readonly BoardEntry[], after: readonly BoardEntry[]): Touched {
  const was = new Map(before.map((entry) => [entry.key, entry]));
  const is = new Map(after.map((entry) => [entry.key, entry]));
  const touched: Touched = { keys: new Set(), slots: new Set() };
  for (const key of new Set([...was.keys(), ...is.keys()])) {
    const [one, other] = [was.get(key), is.get(key)];
    if (JSON.stringify(one) === JSON.stringify(other)) continue;
    touched.keys.add(key);
    for (const entry of [one, other]) if (entry) touched.slots.add(entry.slot);
  }
  return touched;
}

const meets = <T>(one: ReadonlySet<T>, other: ReadonlySet<T>): boolean => [...one].some((each) => other.has(each));
