import { inTransaction, type Tx } from "@/lib/platform/db";
import { lockReader } from "@/lib/reading/lock-store";
import { touchReader } from "@/lib/reading/settings-store";
import { learnWeights } from "./engine/learn-weights";
import { findFacetsOf } from "./facet-store";
import { keepLearned, readProfile } from "./profile-store";
import { actsMax, listActs, type Span } from "./signal-store";
import { learntFrom, type Taste, takeTaste } from "./take-taste";
import { toSignal } from "./to-signal";

/** What a round came to for one reader; `hasMore`: there was more than one round learns from. */
export type Learnt = { signals: number; hasMore: boolean };

/**
 * Learns from what a reader has done since they were last learnt from, up to `until`. Safe twice and at once: whoever comes
 * second waits for the first and finds it done. Of a reader who switched personalisation or history off nothing is
 * learnt, then or later.
 */
export function learnFromReader(userId: string, until: Date, now: Date): Promise<Learnt> {
  return inTransaction(async (tx) => {
    await lockReader(userId, now, tx);
    const { learnedUntil, isPersonal, keepsHistory } = await tx.readerSettings.findUniqueOrThrow({
      where: { userId },
      select: { learnedUntil: true, isPersonal: true, keepsHistory: true },
    });
    if (learnedUntil !== null && learnedUntil >= until) return { signals: 0, hasMore: false };
    const span = { after: learnedUntil ?? new Date(0), until };
    const { signals, learntUntil } = isPersonal && keepsHistory ? await takeSpan(userId, span, tx) : { signals: 0, learntUntil: until };
    await tx.readerSettings.update({ where: { userId }, data: { learnedUntil: learntUntil }, select: { userId: true } });
    return { signals, hasMore: learntUntil < until };
  });
}

/** Learns from the first acts of a span. @returns up to when that was all there is */
async function takeSpan(userId: string, span: Span, tx: Tx): Promise<{ signals: number; learntUntil: Date }> {
  const acts = await listActs(userId, span, tx);
  const learntUntil = acts.length === actsMax ? (acts.at(-1)?.at ?? span.until) : span.until;
  const facets = await findFacetsOf([...new Set(acts.flatMap(({ articleId }) => articleId ?? []))], tx);
  const signals = acts.flatMap((act) => toSignal(act, facets.get(act.articleId ?? 0)) ?? []);
  if (signals.length > 0) {
    const { weights } = await readProfile(userId, tx);
    await keepLearned(userId, learnWeights(learntFrom(weights), signals, learntUntil.getTime()), tx);
  }
  return { signals: signals.length, learntUntil };
}

/** Keeps what a reader's word on one article teaches, and makes their order out of date. */
export function keepTaste(userId: string, taste: Taste, now: Date): Promise<void> {
  return inTransaction(async (tx) => {
    await lockReader(userId, now, tx);
    const { weights } = await readProfile(userId, tx);
    await keepLearned(userId, takeTaste(learntFrom(weights), taste, now.getTime()), tx);
    await touchReader(userId, now, tx);
  });
}
