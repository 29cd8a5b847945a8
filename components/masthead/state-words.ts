import type { ViewerBadge } from "@/lib/accounts/viewer-badge";

type AccountBadge = Extract<ViewerBadge, { kind: "account" }>;

/** How an account stands, in the words its own menu shows. */
export function stateWords(viewer: AccountBadge): string {
  switch (viewer.state) {
    case "trial":
      return trialWords(viewer.trialDaysLeft ?? 0);
    case "member":
      return "Member";
    case "free":
      return "Free account";
    case "staff":
      return "Staff";
    default:
      return viewer.state satisfies never;
  }
}

function trialWords(daysLeft: number): string {
  if (daysLeft <= 0) return "Trial: last day";
  return `Trial: ${daysLeft} ${daysLeft === 1 ? "day" : "days"} left`;
}
