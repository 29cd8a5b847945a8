import { standingAt } from "./standing-at";
import type { Books } from "./types";

export type MembershipCommand = "join" | "cancel" | "undo-cancel" | "pause" | "resume" | "change-plan";

/**
 * Whether a command makes sense as the books stand. Joining is for whoever has no membership going on; what is going
 * on can always be cancelled, whatever state it is in.
 *
 * @param now the account's own clock, UTC
 */
export function isAllowed(command: MembershipCommand, books: Books, now: Date): boolean {
  const state = books.subscription?.state ?? null;
  const { kind } = standingAt(books, now);
  const isGoingOn = kind === "active" || kind === "past_due" || kind === "paused";
  switch (command) {
    case "join":
      return !isGoingOn && (state !== "cancelled" || kind !== "cancelled");
    case "cancel":
      return state === "active" || state === "past_due" || state === "paused";
    case "undo-cancel":
      return state === "cancelled" && kind === "cancelled";
    case "pause":
    case "change-plan":
      return kind === "active";
    case "resume":
      return kind === "paused";
    default:
      return command satisfies never;
  }
}
