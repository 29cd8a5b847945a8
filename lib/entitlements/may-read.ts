import type { ReadableArticle, Viewer } from "./types";

declare const readGrantBrand: unique symbol;

/** Proof that one viewer may read one article's text now; only `mayRead` makes one. */
export type ReadGrant = { readonly articleId: number; readonly [readGrantBrand]: true };

export type ReadDecision = { granted: true; grant: ReadGrant } | { granted: false; reason: "sign-up" | "membership" };

/**
 * Whether a viewer may read an article's licensed text. Total: every viewer and article has an answer,
 * and what is unknown is refused.
 *
 * Open text is for all; registered text for any account; paid text for editors, admins, and accounts in
 * their trial or paid time (the end instant itself no longer counts). Text under the `feed` licence is
 * never charged: any account reads it.
 *
 * @param now the instant of the request, UTC
 */
export function mayRead(viewer: Viewer, article: ReadableArticle, now: Date): ReadDecision {
  if (article.access === "open") return granted(article);
  if (viewer.kind === "visitor") return { granted: false, reason: "sign-up" };
  if (article.access === "registered" || article.licence === "feed") return granted(article);
  if (hasFullAccess(viewer, now)) return granted(article);
  return { granted: false, reason: "membership" };
}

/** Whether an account reads everything: staff, trial running, or time paid for. */
export function hasFullAccess(viewer: Viewer, now: Date): boolean {
  if (viewer.kind === "visitor") return false;
  if (viewer.role === "editor" || viewer.role === "admin") return true;
  return isAfter(viewer.trialEndsAt, now) || isAfter(viewer.paidUntil, now);
}

const isAfter = (end: Date | null, now: Date): boolean => end !== null && end.getTime() > now.getTime();

function granted(article: ReadableArticle): ReadDecision {
  return { granted: true, grant: { articleId: article.id } as ReadGrant };
}
