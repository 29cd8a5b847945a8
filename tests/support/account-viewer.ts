import type { ReadableArticle, Viewer } from "@/lib/entitlements/types";

type AccountViewer = Extract<Viewer, { kind: "account" }>;

/** A free account as `mayRead` sees it, with what a test wants otherwise. */
export const accountViewer = (facts: Partial<AccountViewer> = {}): AccountViewer => ({
  kind: "account",
  userId: "u1",
  name: "Ada",
  email: "ada@example.com",
  isEmailVerified: true,
  role: "reader",
  publisherId: null,
  trialEndsAt: null,
  paidUntil: null,
  clockAheadSec: 0,
  meterReadIds: [],
  mutes: [],
  ...facts,
});

/** A partner's article as `mayRead` sees it, with what a test wants otherwise. */
export const readableArticle = (facts: Partial<ReadableArticle> = {}): ReadableArticle => ({
  id: 7,
  publisherId: 3,
  access: "paid",
  licence: "partner",
  embargoUntil: null,
  takenDownAt: null,
  ...facts,
});
