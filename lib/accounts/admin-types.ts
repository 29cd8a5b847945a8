import { z } from "zod";
import type { Role } from "@/lib/entitlements/types";

const userId = z.string().min(1).max(100);
/** Why: kept in the log for ever, beyond the account itself. */
const reason = z.string().trim().min(3, "say why, in three letters or more").max(500);

/** An act on one account that asks for nothing but its reason. */
export const MemberForm = z.strictObject({ userId, reason });

/** Another role; `title`: the slug of the title that a `publisher` works for. */
export const RoleForm = z.strictObject({
  userId,
  reason,
  role: z.enum(["reader", "publisher", "editor", "admin"]),
  title: z
    .string()
    .trim()
    .max(200)
    .transform((typed) => (typed === "" ? null : typed))
    .nullish(),
});
export type RoleForm = z.infer<typeof RoleForm>;

/** An erasure, with the address of the account typed out. */
export const EraseMemberForm = z.strictObject({ userId, reason, email: z.string().trim().toLowerCase().max(254) });

/** What the office looks for; `before` is where the page before ended. */
export const MemberSearch = z.object({
  q: z.string().trim().max(254).catch(""),
  role: z.enum(["", "staff"]).catch(""),
  before: z
    .string()
    .regex(/^\d{1,15}[.][\w-]{1,100}$/)
    .nullable()
    .catch(null),
});
export type MemberSearch = z.infer<typeof MemberSearch>;

/** A line of the list of members. Instants are UTC. */
export type MemberLine = {
  userId: string;
  name: string;
  email: string;
  isEmailVerified: boolean;
  role: Role;
  joinedAt: Date;
  /** Until when everything is or was open, by trial or books; null for never. */
  openUntil: Date | null;
};

/** Members as they are listed; `next`: where the next page begins, null at the end. */
export type MemberPage = { members: MemberLine[]; next: string | null };

/** A mail that went to a member: what kind and when, never what it said. */
export type SentMail = { kind: string; at: Date };

/** A browser that a member is signed in with; never from where. */
export type MemberSession = { method: string; browser: string; createdAt: Date; usedAt: Date; hasSecondFactor: boolean };

/** What the office may know of an account. What its owner read, saved, follows and mutes is not in it, nor any key. */
export type MemberFile = MemberLine & {
  /** The title that a `publisher` works for. */
  title: { slug: string; name: string } | null;
  trialEndsAt: Date | null;
  hasPassword: boolean;
  providers: string[];
  passkeyCount: number;
  hasTwoFactor: boolean;
  sessions: MemberSession[];
  mails: SentMail[];
};
