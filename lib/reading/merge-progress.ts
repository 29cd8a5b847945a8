import type { Progress, ReadState } from "./read-types";

/** How long an article is, and which version of it stands now. */
export type ReadLength = { readingSec: number; revisionCount: number };

/** Active time below which it was a glance: it shows a reader no newer version, and takes them back nowhere. */
const seenAfterSec = 3;
/** The end of a text is often a line about its author: whoever came this far has read it. */
const readDepth = 90;
/** Nobody reads three times as fast as others do: sooner, the text was scrolled through. */
const readShare = 1 / 3;
/** Keeps one forgotten page from outweighing all that was read. */
const activeSecMax = 4 * 3_600;

/** Whether an article has been read through: to its end, in no less than a third of its reading time. */
export const isReadThrough = ({ activeSec, depth }: Pick<ReadState, "activeSec" | "depth">, readingSec: number): boolean =>
  depth >= readDepth && activeSec >= readingSec * readShare;

/**
 * What is known of an article and reader after another word from its page. Depth only grows; time adds up, but no second
 * counts twice when two pages report it; the sentence is where the reader is now, once they are past the beginning. A newer version counts as seen only
 * once it was looked at, so that a page opened by mistake hides no change.
 *
 * @param known null for an article that was never opened
 * @param now UTC
 */
export function mergeProgress(known: ReadState | null, progress: Progress, length: ReadLength, now: Date): ReadState {
  const before = known ?? newState(progress, length, now);
  const gainedSec = known ? Math.min(progress.active, elapsedSec(known.lastAt, now)) : progress.active;
  const isFirstOpening = before.readBy === "marked" && before.activeSec === 0 && before.depth === 0;
  const opened = isFirstOpening ? { ...before, openedAt: now, lastAt: now } : before;
  const isGlance = progress.active < seenAfterSec && progress.revision > opened.revisionCount;
  if (known !== null && (progress.active === 0 || isGlance)) return opened;
  const after = {
    ...opened,
    revisionCount: Math.max(opened.revisionCount, Math.min(progress.revision, length.revisionCount)),
    lastAt: now,
    activeSec: Math.min(activeSecMax, opened.activeSec + gainedSec),
    depth: Math.max(opened.depth, progress.depth),
    sentence: placeToGoOn(opened.sentence, progress),
  };
  if (!isReadThrough(after, length.readingSec)) return after;
  // At the end of a text that was read before, or marked, it has been read again.
  const isAtEnd = progress.depth >= readDepth;
  return { ...after, readAt: after.readAt === null || isAtEnd ? now : after.readAt, readBy: "reading", batch: null };
}

const newState = (progress: Progress, length: ReadLength, now: Date): ReadState => ({
  revisionCount: Math.min(progress.revision, length.revisionCount),
  readAt: null,
  openedAt: now,
  lastAt: now,
  activeSec: 0,
  depth: 0,
  sentence: null,
  readBy: "reading",
  batch: null,
});

/** Whole seconds that passed, begun ones too: a word from a page takes a moment to arrive. */
const elapsedSec = (from: Date, now: Date): number => Math.max(0, Math.ceil((now.getTime() - from.getTime()) / 1_000));

const endDepth = 97;

/** Nothing to go on from after the end. Who looks at the beginning, or glances at what comes before, keeps the place they had. */
function placeToGoOn(known: number | null, { sentence, depth, active }: Progress): number | null {
  if (depth >= endDepth) return null;
  const isGlanceBack = active < seenAfterSec && sentence < (known ?? 0);
  return sentence === 0 || isGlanceBack ? known : sentence;
}
