import type { BoardEntry } from "./types";

/** What decides where a pick stands. */
export type Wanted = Pick<BoardEntry, "key" | "slot" | "articleId" | "edition" | "isPinned" | "startsAt" | "endsAt">;

export type Scene = { edition: string; at: Date; places: number };

/** A pick in the place where it stands. */
export type Standing<Entry> = { slot: number; entry: Entry };

/**
 * Which pick stands in which place of a list at an instant for an edition, by place; places that nothing wants stay free.
 *
 * For one place a pinned pick comes before any other, then the most specific edition, then the newest start. Whoever
 * loses its place, or wants one that the list has not, fills what is free, in the order of the places they wanted. An
 * article stands only once.
 */
export function resolvePicks<Entry extends Wanted>(entries: readonly Entry[], { edition, at, places }: Scene): Standing<Entry>[] {
  const running = entries.filter((entry) => isRunning(entry, at) && isMeantFor(entry.edition, edition)).toSorted(byClaim);
  const taken = new Map<number, Entry>();
  const articleIds = new Set<number>();
  const rest: Entry[] = [];
  for (const entry of running) {
    if (articleIds.has(entry.articleId)) continue;
    articleIds.add(entry.articleId);
    if (entry.slot >= 1 && entry.slot <= places && !taken.has(entry.slot)) taken.set(entry.slot, entry);
    else rest.push(entry);
  }
  const waiting = rest.toSorted((a, b) => a.slot - b.slot || byClaim(a, b));
  for (let slot = 1; slot <= places; slot += 1) {
    const next = taken.has(slot) ? undefined : waiting.shift();
    if (next) taken.set(slot, next);
  }
  return [...taken].map(([slot, entry]) => ({ slot, entry })).toSorted((a, b) => a.slot - b.slot);
}

/** Whether a window is open: its start belongs to it, its end does not. */
export const isRunning = ({ startsAt, endsAt }: Pick<Wanted, "startsAt" | "endsAt">, at: Date): boolean =>
  startsAt <= at && (endsAt === null || endsAt > at);

/** Whether it is over for good. */
export const hasEnded = ({ endsAt }: Pick<Wanted, "endsAt">, at: Date): boolean => endsAt !== null && endsAt <= at;

/** Whether what is meant for one edition is shown in another: "" and "en" in "en-GB", "en-GB" not in "en". */
export const isMeantFor = (meant: string, edition: string): boolean => meant === "" || meant === edition || edition.startsWith(`${meant}-`);

const specificity = ({ edition }: Wanted): number => (edition === "" ? 0 : edition.includes("-") ? 2 : 1);

/** Whose claim is stronger comes first; between equals the key decides, so that every process says the same. */
function byClaim(a: Wanted, b: Wanted): number {
  return (
    Number(b.isPinned) - Number(a.isPinned) ||
    specificity(b) - specificity(a) ||
    b.startsAt.getTime() - a.startsAt.getTime() ||
    (a.key < b.key ? -1 : 1)
  );
}
