import type { Standing } from "@/lib/billing/types";
import { dateWords } from "./date-words";

/**
 * What cancelling would mean for an account that stands so.
 *
 * @returns `ends`: until when everything stays open; `charged`: that nothing more is
 */
export function cancelWords(standing: Standing, now: Date): { ends: string; charged: string } {
  return { ends: endsWords(standing, now), charged: "Nothing more is charged." };
}

function endsWords(standing: Standing, now: Date): string {
  if (standing.kind === "active") return `Every title stays open to you until ${dateWords(standing.renewsAt)}.`;
  if (standing.kind === "paused" && standing.openUntil > now)
    return `Every title stays open to you until ${dateWords(standing.openUntil)}.`;
  if (standing.kind === "past_due") return "The last payment did not go through, so the membership ends with your cancelling.";
  return "The membership does not begin again.";
}
