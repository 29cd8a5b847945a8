import type { Mute } from "./mute-types";
import type { Viewer } from "./types";

// The mutes are read anew with each request, so they stand for it, and the tally is gone with them.
const tallies = new WeakMap<readonly Mute[], Set<string>>();

/** What this viewer's mutes have left out of the page being made, by what it is and its id, such as "article 12". It grows while the page is made. */
export function hiddenFrom(viewer: Viewer): ReadonlySet<string> {
  return viewer.kind === "visitor" ? new Set() : tallyOf(viewer.mutes);
}

/** Notes what was left out; the same thing counts once. */
export function noteHidden(viewer: Viewer, what: "article" | "story" | "topic" | "publisher", ids: Iterable<number>): void {
  if (viewer.kind === "visitor") return;
  const tally = tallyOf(viewer.mutes);
  for (const id of ids) tally.add(`${what} ${id}`);
}

function tallyOf(mutes: readonly Mute[]): Set<string> {
  const known = tallies.get(mutes) ?? new Set<string>();
  tallies.set(mutes, known);
  return known;
}
