import "server-only";
import { requireAccount, requireSameSite } from "@/lib/accounts/guards";
import { addMs, dayMs } from "@/lib/core/clock";
import { sha256Hex } from "@/lib/core/hash";
import { err, ok, type Result } from "@/lib/core/result";
import { mayRead } from "@/lib/entitlements/may-read";
import { meterMonth } from "@/lib/entitlements/meter-month";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { env } from "@/lib/platform/env";
import { findArticleBySlug } from "./article-store";
import { countGiftOpen, type FoundGift, keepGift } from "./gift-store";
import { giftDays, giftsPerMonth, giftToken } from "./gift-token";

/** Why no gift was made. */
export type GiftError = { kind: "sign-in" } | { kind: "membership" } | { kind: "none-left" } | { kind: "not-found" };

/**
 * Makes the address that opens one article to whoever has it, for {@link giftDays} days: a member's to give,
 * {@link giftsPerMonth} a month. Giving the same article again in a month gives the same address and costs nothing.
 *
 * @returns the token of the address `/gift/{token}`
 */
export async function giveArticle(slug: string): Promise<Result<string, GiftError>> {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const now = viewerTime(viewer, new Date());
  const article = await findArticleBySlug(slug);
  if (!article) return err({ kind: "not-found" });
  const decision = mayRead(viewer, article.card.policy, now);
  if (!decision.granted || decision.by === "meter" || decision.by === "account") return err({ kind: "membership" });
  const month = meterMonth(now);
  const { id } = article.card;
  const token = giftToken(env().AUTH_SECRET ?? "", { giverId: viewer.userId, articleId: id, month });
  const gift = { tokenHash: sha256Hex(token), articleId: id, giverId: viewer.userId, now, expiresAt: addMs(now, giftDays * dayMs) };
  const kept = await keepGift(gift, { perMonth: giftsPerMonth, monthStart: new Date(`${month}-01T00:00:00Z`) });
  return kept ? ok(token) : err({ kind: "none-left" });
}

/** Counts a gift's reader, unless it is its giver who looks. */
export async function noteGiftOpened(token: string, gift: FoundGift): Promise<void> {
  const viewer = await requireAccount();
  if (viewer?.userId !== gift.giverId) await countGiftOpen(sha256Hex(token));
}
