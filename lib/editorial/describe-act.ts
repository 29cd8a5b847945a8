import type { BoardAct, BoardVersion } from "./types";

/** What an act did, in the words of the list's history: "moved “Rain in Lisbon” to place 2". */
export function describeAct(act: BoardAct, headline: string, otherHeadline = ""): string {
  const name = `“${headline}”`;
  switch (act.kind) {
    case "add":
      return `added ${name} at place ${act.entry.slot}`;
    case "edit":
      return `changed ${name}`;
    case "place":
      return `moved ${name} to place ${act.slot}`;
    case "swap":
      return `swapped ${name} and “${otherHeadline}”`;
    case "pin":
      return `${act.isPinned ? "pinned" : "unpinned"} ${name}`;
    case "remove":
      return `removed ${name}`;
    default:
      return act satisfies never;
  }
}

/** What others did since an editor looked, newest first, and what to do now. */
export function describeStale(since: readonly BoardVersion[]): string {
  const [latest] = since;
  if (!latest) return "This list has changed since you opened the page. Look at it as it is now, then do it again.";
  const more = since.length > 1 ? `, and did ${since.length - 1} more before` : "";
  return `${latest.editorName} changed this list meanwhile (${latest.act}${more}). Nothing of yours was done: look at the list as it is now, then do it again.`;
}
