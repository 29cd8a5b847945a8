import "server-only";
import { requireAccount, requireSameSite } from "@/lib/accounts/guards";
import { addMs, dayMs } from "@/lib/core/clock";
import { sha256Hex } from "@/lib/core/hash";
import { product } from "@/lib/core/product";
import { err, ok, type Result } from "@/lib/core/result";
import { mayRead, type ReadDecision } from "@/lib/entitlements/may-read";
import { meterMonth } from "@/lib/entitlements/meter-month";
import { spendMeter } from "@/lib/entitlements/meter-store";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { env } from "@/lib/platform/env";
import { findArticleBySlug } from "./article-store";
import { countGiftOpen, type FoundGift, keepGift } from "./gift-store";
import { giftDays, giftsPerMonth, giftToken } from "./gift-token";

/** Why nothing was done with an article. */
export type ReadingError = { kind: "sign-in" } | { kind: "membership" } | { kind: "none-left" } | { kind: "not-found" };

/**
 * Spends one of a free account's articles of the month on this one. Costs nothing where it is open to the account
 * anyway, or was opened before.
 */
export async function openByMeter(slug: string): Promise<Result<void, ReadingError>> {
  const entered = await enter(slug);
  if (!entered.ok) return entered;
  const { userId, articleId, now, decision } = entered.value;
  if (decision.granted) return ok(undefined);
  if (decision.reason !== "meter") return err({ kind: "none-left" });
  const spending = { userId, articleId, month: meterMonth(now), limit: product.meterPerMonth, now };
  return (await spendMeter(spending)) ? ok(undefined) : err({ kind: "none-left" });
}

/**
 * Makes the address that opens one article to whoever has it, for {@link giftDays} days: a member's to give,
 * {@link giftsPerMonth} a month. Giving the same article again in a month gives the same address and costs nothing.
 *
 * @returns the token of the address `/gift/{token}`
 */
export async function giveArticle(slug: string): Promise<Result<string, ReadingError>> {
  const entered = await enter(slug);
  if (!entered.ok) return entered;
  const { userId: giverId, articleId, now, decision } = entered.value;
  if (!decision.granted || decision.by === "meter" || decision.by === "account") return err({ kind: "membership" });
  const month = meterMonth(now);
  const token = giftToken(env().AUTH_SECRET ?? "", { giverId, articleId, month });
  const gift = { tokenHash: sha256Hex(token), articleId, giverId, now, expiresAt: addMs(now, giftDays * dayMs) };
  const kept = await keepGift(gift, { perMonth: giftsPerMonth, monthStart: new Date(`${month}-01T00:00:00Z`) });
  return kept ? ok(token) : err({ kind: "none-left" });
}

/** Counts a gift's reader, unless it is its giver who looks. */
export async function noteGiftOpened(token: string, gift: FoundGift): Promise<void> {
  const viewer = await requireAccount();
  if (viewer?.userId !== gift.giverId) await countGiftOpen(sha256Hex(token));
}

type Entered = {
  userId: string;
  articleId: number;
  now: Date;
  decision: ReadDecision;
};

/** What all begin with: who asks, for which article, and whether it is open to them. */
async function enter(slug: string): Promise<Result<Entered, ReadingError>> {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const now = viewerTime(viewer, new Date());
  const article = await findArticleBySlug(slug);
  if (!article) return err({ kind: "not-found" });
  const decision = mayRead(viewer, article.card.policy, now);
  return ok({ userId: viewer.userId, articleId: article.card.id, now, decision });
}
