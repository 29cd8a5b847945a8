import { hasFullAccess, meterLeft } from "@/lib/entitlements/may-read";
import type { MuteNotes } from "@/lib/entitlements/mute-types";
import type { Viewer } from "@/lib/entitlements/types";
import { trialDaysLeft } from "./trial";

/** What the frame of a page knows of who is reading. A visitor's page is the same for everyone. */
export type ViewerBadge =
  | { kind: "visitor" }
  | {
      kind: "account";
      name: string;
      initials: string;
      state: "trial" | "member" | "free" | "staff";
      /** What someone of the staff is; absent for readers. */
      role?: "publisher" | "editor" | "admin";
      /** Someone of the desk who has shown no second factor, and so counts as a reader. */
      isKeyMissing?: true;
      /** Whole days, null outside a trial. */
      trialDaysLeft: number | null;
      /** Free articles left this month, null for whoever needs none. */
      meterLeft: number | null;
      /** What the page says of the reader's mutes; absent on pages that show no list. */
      muting?: MuteNotes;
      /** The act of marking stories as read that led here, to be taken back. */
      marked?: string;
    };

/** What the frame of a page says of who is reading; days left only while the trial is what opens the paper. */
export function viewerBadge(viewer: Viewer, now: Date): ViewerBadge {
  if (viewer.kind === "visitor") return { kind: "visitor" };
  const initials = viewer.name.trim().slice(0, 1).toUpperCase() || "?";
  const state = stateOf(viewer, now);
  const daysLeft = state === "trial" ? trialDaysLeft(viewer.trialEndsAt, now) : null;
  const left = state === "free" ? meterLeft(viewer) : null;
  const { name, role, heldRole } = viewer;
  const staff = { ...(role !== "reader" && { role }), ...(heldRole && { isKeyMissing: true as const }) };
  return { kind: "account", name, initials, state, ...staff, trialDaysLeft: daysLeft, meterLeft: left };
}

function stateOf(viewer: Extract<Viewer, { kind: "account" }>, now: Date): "trial" | "member" | "free" | "staff" {
  if (viewer.role !== "reader") return "staff";
  if (viewer.paidUntil && viewer.paidUntil > now) return "member";
  return hasFullAccess(viewer, now) ? "trial" : "free";
}
