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
      return viewer.role ? roleWords[viewer.role] : "Staff";
    default:
      return viewer.state satisfies never;
  }
}

const roleWords = { publisher: "Works for a title", editor: "Editor", admin: "Admin" } as const;

function trialWords(daysLeft: number): string {
  if (daysLeft <= 0) return "Trial: last day";
  return `Trial: ${daysLeft} ${daysLeft === 1 ? "day" : "days"} left`;
}
