import "server-only";
import { requireAccount, requireSameSite } from "@/lib/accounts/guards";
import type { ArticleFacts } from "@/lib/articles/article-facts";
import { findArticleBySlug } from "@/lib/articles/article-store";
import { readingSeconds } from "@/lib/articles/count-words";
import { asksForPrivacy } from "@/lib/core/asks-for-privacy";
import { err, ok, type Result } from "@/lib/core/result";
import { mayRead } from "@/lib/entitlements/may-read";
import type { Viewer } from "@/lib/entitlements/types";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { countSeen } from "./impression-store";
import { mergeProgress } from "./merge-progress";
import { keepRead } from "./read-store";
import { type Progress, ProgressForm, type ReadingRefusal, SeenForm } from "./read-types";

type Outcome = Promise<Result<undefined, ReadingRefusal>>;

/**
 * Keeps how far an account has come in an article it may read, as the article's page says now and then. Whoever asks
 * not to be followed is not, nor who keeps no history: nothing is written then, and the answer is the same.
 */
export async function keepProgress(slug: string, input: unknown): Outcome {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const progress = ProgressForm.safeParse(input);
  if (!progress.success) return err({ kind: "invalid" });
  const now = viewerTime(viewer, new Date());
  const facts = await findArticleBySlug(slug);
  if (!facts) return err({ kind: "not-found" });
  if (!isBefore(facts, viewer, now)) return err({ kind: "membership" });
  if (!asksForPrivacy(proof.headers)) await writeProgress(viewer.userId, facts, progress.data, now);
  return ok(undefined);
}

/** Whether the text, or all that we hold of it, is before this viewer. */
function isBefore({ card, hasBody }: ArticleFacts, viewer: Viewer, now: Date): boolean {
  const decision = mayRead(viewer, card.policy, now);
  return decision.granted || (!hasBody && decision.reason !== "embargo" && decision.reason !== "taken-down");
}

function writeProgress(userId: string, { card, wordCount, revisionCount }: ArticleFacts, progress: Progress, now: Date): Promise<void> {
  const length = { readingSec: readingSeconds(wordCount, card.language), revisionCount };
  return keepRead({ userId, articleId: card.id }, now, (known) => mergeProgress(known, progress, length, now));
}

/** Counts the stories whose cards one page view had before the reader's eyes; nothing of whoever asks not to be followed. */
export async function countSeenCards(input: unknown): Outcome {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const form = SeenForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid" });
  if (!asksForPrivacy(proof.headers)) await countSeen(viewer.userId, form.data.ids, viewerTime(viewer, new Date()));
  return ok(undefined);
}
