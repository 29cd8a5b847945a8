import type { Mute } from "./mute-types";

export type Role = "reader" | "publisher" | "editor" | "admin";

/** Who is asking. Instants are UTC. */
export type Viewer =
  | { kind: "visitor" }
  | {
      kind: "account";
      userId: string;
      name: string;
      email: string;
      isEmailVerified: boolean;
      /** What counts now: someone of the staff who has shown no second factor in this session is a reader. */
      role: Role;
      /** The role that would count had they shown a second factor; absent for everyone whose role counts. */
      heldRole?: "editor" | "admin";
      /** The title whose texts someone with the role `publisher` reads. */
      publisherId: number | null;
      trialEndsAt: Date | null;
      /** Until when the books of the membership open everything. */
      paidUntil: Date | null;
      /** How far this account's own clock is ahead; 0 outside a sandbox. */
      clockAheadSec: number;
      /** The metered articles that a free account opened this month; empty for everyone else. */
      meterReadIds: readonly number[];
      /** What this reader never wants to be shown, read with each request; what has expired is left out. */
      mutes: readonly Mute[];
    };

/** Who may read a text, as its publisher or the article itself says. */
export type Access = "open" | "registered" | "metered" | "lead_in" | "paid";

/** The policy facts `may-read` decides on. */
export type ReadableArticle = {
  id: number;
  publisherId: number;
  access: Access;
  licence: "partner" | "feed" | "headline";
  /** Not before then, save for staff and its own title. */
  embargoUntil: Date | null;
  /** Withdrawn at that instant, from everyone. */
  takenDownAt: Date | null;
};

/** A member's present of one article, as found by the token in an address. */
export type Gift = { articleId: number; expiresAt: Date };
