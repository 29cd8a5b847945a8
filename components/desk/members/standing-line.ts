import type { Standing } from "@/lib/billing/types";
import { moneyWords } from "@/lib/core/money";
import { exactWords } from "../log/exact-time";

/** Where an account stands, in one line for the office. */
export function standingLine(standing: Standing): string {
  switch (standing.kind) {
    case "free":
      return standing.hadTrial ? "Free; had the trial" : "Free; never had the trial";
    case "trialing":
      return `In the trial until ${exactWords(standing.endsAt)}`;
    case "active":
      return `Member, ${standing.plan}; ${moneyWords(standing.amountMinor, standing.currency)} due ${exactWords(standing.renewsAt)}`;
    case "gifted":
      return `Open as a present until ${exactWords(standing.endsAt)}`;
    case "past_due":
      return `Owes ${moneyWords(standing.amountMinor, standing.currency)}; open until ${exactWords(standing.graceEndsAt)}`;
    case "cancelled":
      return `Cancelled; open until ${exactWords(standing.endsAt)}`;
    case "paused":
      return `Paused; open until ${exactWords(standing.openUntil)}, goes on ${exactWords(standing.resumesAt)}`;
    case "lapsed":
      return `Lapsed on ${exactWords(standing.endedAt)}`;
    default:
      return standing satisfies never;
  }
}
