import { err, ok, type Result } from "@/lib/core/result";
import { hasEnded, isMeantFor, isRunning, resolvePicks } from "./resolve-picks";
import { type BoardAct, type BoardEntry, entriesMax } from "./types";

/** What a board is changed by: the length of its list, and the instant. */
export type BoardScene = { places: number; now: Date };

type Edited = Result<BoardEntry[], string>;

/**
 * A board after one act; picks that have ended leave it with any act, since the archive has them.
 *
 * @returns why not, in words
 */
export function editBoard(before: readonly BoardEntry[], act: BoardAct, scene: BoardScene): Edited {
  const entries = aliveAt(before, scene.now);
  switch (act.kind) {
    case "add":
      if (entries.length >= entriesMax) return err(`A list holds at most ${entriesMax} picks that run or will run.`);
      return ok([...entries, act.entry]);
    case "edit":
      return change(entries, act.key, (entry) => ({ ...entry, ...act.words }));
    case "remove":
      return hasKey(entries, act.key) ? ok(entries.filter(({ key }) => key !== act.key)) : gone;
    case "pin":
      return pin(entries, act, scene);
    case "swap":
      return swap(entries, act, scene);
    case "place":
      return place(entries, act, scene);
    default:
      return act satisfies never;
  }
}

/** The picks of a board that run or will run. */
export const aliveAt = (entries: readonly BoardEntry[], now: Date): BoardEntry[] => entries.filter((entry) => !hasEnded(entry, now));

const gone = err("This pick is not on the list any more.");
const hasKey = (entries: readonly BoardEntry[], key: string): boolean => entries.some((entry) => entry.key === key);

function change(entries: readonly BoardEntry[], key: string, to: (entry: BoardEntry) => BoardEntry): Edited {
  return hasKey(entries, key) ? ok(entries.map((entry) => (entry.key === key ? to(entry) : entry))) : gone;
}

const setSlots = (entries: readonly BoardEntry[], slots: ReadonlyMap<string, number>): BoardEntry[] =>
  entries.map((entry) => ({ ...entry, slot: slots.get(entry.key) ?? entry.slot }));

/** Where a pick stands for the editor; one that does not run stands where it wants to. */
function slotsOf(entries: readonly BoardEntry[], edition: string, { places, now }: BoardScene): Map<string, number> {
  const standing = resolvePicks(entries, { edition, at: now, places });
  const slots = new Map(entries.map(({ key, slot }) => [key, slot]));
  for (const { slot, entry } of standing) slots.set(entry.key, slot);
  return slots;
}

/** A pick is pinned where it stands. */
function pin(entries: readonly BoardEntry[], act: Extract<BoardAct, { kind: "pin" }>, scene: BoardScene): Edited {
  const slots = slotsOf(entries, act.edition, scene);
  return change(entries, act.key, (entry) => ({
    ...entry,
    isPinned: act.isPinned,
    slot: act.isPinned ? (slots.get(act.key) ?? entry.slot) : entry.slot,
  }));
}

function swap(entries: readonly BoardEntry[], act: Extract<BoardAct, { kind: "swap" }>, scene: BoardScene): Edited {
  const slots = slotsOf(entries, act.edition, scene);
  const [one, other] = [slots.get(act.key), slots.get(act.otherKey)];
  if (one === undefined || other === undefined) return gone;
  const standing = resolvePicks(entries, { edition: act.edition, at: scene.now, places: scene.places });
  const swapped = new Map([
    ...standing.map(({ slot, entry }): [string, number] => [entry.key, slot]),
    [act.key, other],
    [act.otherKey, one],
  ]);
  return ok(setSlots(letWait(entries, act.edition, swapped, scene), swapped));
}

/**
 * Puts a pick in a place. Where another stands that is not pinned, that one and its neighbours make room towards the gap
 * that the pick leaves; pinned ones are stepped over. A pick that stood nowhere, because the list is full, pushes the last one out.
 */
function place(entries: readonly BoardEntry[], act: Extract<BoardAct, { kind: "place" }>, scene: BoardScene): Edited {
  const moved = entries.find(({ key }) => key === act.key);
  if (!moved) return gone;
  if (act.slot < 1 || act.slot > scene.places) return err(`The list has places 1 to ${scene.places}.`);
  if (!isRunning(moved, scene.now)) return change(entries, act.key, (entry) => ({ ...entry, slot: act.slot }));
  const standing = resolvePicks(entries, { edition: act.edition, at: scene.now, places: scene.places });
  const pinned = new Set(standing.flatMap(({ slot, entry }) => (entry.isPinned && entry.key !== act.key ? [slot] : [])));
  if (pinned.has(act.slot)) return err(`Place ${act.slot} is held by a pinned pick: unpin it first, or swap the two.`);
  const open = Array.from({ length: scene.places }, (_, index) => index + 1).filter((slot) => !pinned.has(slot));
  const keyAt = new Map(standing.map(({ slot, entry }) => [slot, entry.key]));
  const row = open.map((slot) => keyAt.get(slot) ?? null);
  const to = open.indexOf(act.slot);
  const from = row.indexOf(act.key);
  const slots = new Map([
    ...standing.map(({ slot, entry }): [string, number] => [entry.key, slot]),
    ...makeRoom(row, from === -1 ? row.length : from, to, [...open, scene.places + 1]),
    [act.key, act.slot],
  ]);
  return ok(setSlots(letWait(entries, act.edition, slots, scene), slots));
}

/**
 * Running picks that stand nowhere, because the list is full, wait behind its last place: else one of them would take the
 * place that another was just given.
 */
function letWait(
  entries: readonly BoardEntry[],
  edition: string,
  standing: ReadonlyMap<string, number>,
  { now, places }: BoardScene,
): BoardEntry[] {
  const waits = (entry: BoardEntry): boolean => isRunning(entry, now) && isMeantFor(entry.edition, edition) && !standing.has(entry.key);
  return entries.map((entry) => (waits(entry) ? { ...entry, slot: places + 1 } : entry));
}

function makeRoom(row: readonly (string | null)[], from: number, to: number, open: readonly number[]): [string, number][] {
  const step = from > to ? 1 : -1;
  const made: [string, number][] = [];
  for (let at = to; at !== from; at += step) {
    const key = row[at];
    const next = open[at + step];
    if (!key) break;
    if (next !== undefined) made.push([key, next]);
  }
  return made;
}
