import { product } from "@/lib/core/product";
import type { Gift, ReadableArticle, Viewer } from "./types";

declare const readGrantBrand: unique symbol;

/** Proof that one viewer may read one article's text now; only `mayRead` makes one. */
export type ReadGrant = { readonly articleId: number; readonly [readGrantBrand]: true };

/** What opened a text. */
export type GrantReason = "open" | "account" | "membership" | "staff" | "publisher" | "meter" | "gift";

/**
 * Why a text stays shut, which chooses the words of the wall. `meter`: one of the month's free articles would open it.
 */
export type RefusalReason = "sign-up" | "membership" | "meter" | "meter-used" | "embargo" | "taken-down";

export type ReadDecision = { granted: true; by: GrantReason; grant: ReadGrant } | { granted: false; reason: RefusalReason };

/**
 * Whether a viewer may read an article's licensed text. Total: every viewer and article has an answer, and what is
 * unknown is refused.
 *
 * What was withdrawn is shut to all, what is under embargo to all but staff and its own title. Open text is for
 * everyone; registered text, and anything under the `feed` licence, which is never charged, for any account. The rest
 * is for staff, the title's own people, accounts in their trial or paid time (the end instant itself no longer
 * counts), whoever holds a gift of this very article, and, where it is metered, free accounts that opened it this
 * month. Opening another one is `meter-store`'s to record first.
 *
 * @param now the instant of the request by the viewer's own clock, UTC
 */
export function mayRead(viewer: Viewer, article: ReadableArticle, now: Date, gift: Gift | null = null): ReadDecision {
  if (article.takenDownAt !== null) return refused("taken-down");
  const own = ownReason(viewer, article);
  if (own) return granted(article, own);
  if (article.embargoUntil !== null && !isPast(article.embargoUntil, now)) return refused("embargo");
  if (article.access === "open") return granted(article, "open");
  if (gift && gift.articleId === article.id && isAfter(gift.expiresAt, now)) return granted(article, "gift");
  if (viewer.kind === "visitor") return refused("sign-up");
  if (article.access === "registered" || article.licence === "feed") return granted(article, "account");
  if (hasFullAccess(viewer, now)) return granted(article, "membership");
  return article.access === "metered" ? byMeter(viewer, article) : refused("membership");
}

/** Whether an account reads everything: staff, trial running, or time paid for. */
export function hasFullAccess(viewer: Viewer, now: Date): boolean {
  if (viewer.kind === "visitor") return false;
  if (isStaff(viewer)) return true;
  return isAfter(viewer.trialEndsAt, now) || isAfter(viewer.paidUntil, now);
}

/** Free articles an account has left this month. */
export function meterLeft(viewer: Extract<Viewer, { kind: "account" }>): number {
  return Math.max(0, product.meterPerMonth - viewer.meterReadIds.length);
}

function ownReason(viewer: Viewer, article: ReadableArticle): GrantReason | null {
  if (viewer.kind === "visitor") return null;
  if (isStaff(viewer)) return "staff";
  return viewer.role === "publisher" && viewer.publisherId !== null && viewer.publisherId === article.publisherId ? "publisher" : null;
}

function byMeter(viewer: Extract<Viewer, { kind: "account" }>, article: ReadableArticle): ReadDecision {
  if (viewer.meterReadIds.includes(article.id)) return granted(article, "meter");
  return refused(meterLeft(viewer) > 0 ? "meter" : "meter-used");
}

const isStaff = (viewer: Extract<Viewer, { kind: "account" }>): boolean => viewer.role === "editor" || viewer.role === "admin";
const isAfter = (end: Date | null, now: Date): boolean => end !== null && end.getTime() > now.getTime();
const isPast = (start: Date, now: Date): boolean => start.getTime() <= now.getTime();
const refused = (reason: RefusalReason): ReadDecision => ({ granted: false, reason });

function granted(article: ReadableArticle, by: GrantReason): ReadDecision {
  return { granted: true, by, grant: { articleId: article.id } as ReadGrant };
}
