import type { BooksEvent, Notice } from "./types";

/**
 * What a reader is told at once when their books change.
 *
 * @param now the account's own clock, UTC
 */
export function noticesOfChanges(changes: readonly BooksEvent[], now: Date): Notice[] {
  return changes.flatMap((change) => noticeOf(change, now) ?? []);
}

function noticeOf(change: BooksEvent, now: Date): Notice | null {
  switch (change.kind) {
    case "started":
      return { kind: "started", dueAt: change.periodStart };
    case "payment-failed":
      return { kind: "payment-failed", dueAt: change.since };
    case "cancelled":
      return { kind: "cancelled", dueAt: change.at };
    case "paused":
      return { kind: "paused", dueAt: change.resumesAt };
    case "ended":
      return { kind: "ended", dueAt: now };
    case "gift-redeemed":
    case "granted":
      return { kind: "gift-opened", dueAt: change.at };
    case "trial-started":
    case "renewed":
    case "plan-changed":
    case "payment-mended":
    case "cancel-undone":
    case "resumed":
    case "credited":
      return null;
    default:
      return change satisfies never;
  }
}
