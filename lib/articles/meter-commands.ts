import "server-only";
import { requireAccount, requireSameSite } from "@/lib/accounts/guards";
import { product } from "@/lib/core/product";
import { err, ok, type Result } from "@/lib/core/result";
import { mayRead } from "@/lib/entitlements/may-read";
import { meterMonth } from "@/lib/entitlements/meter-month";
import { spendMeter } from "@/lib/entitlements/meter-store";
import { viewerTime } from "@/lib/entitlements/viewer-time";
import { findArticleBySlug } from "./article-store";

export type MeterError = { kind: "sign-in" } | { kind: "none-left" } | { kind: "not-found" };

/**
 * Spends one of a free account's articles of the month on this one. Costs nothing where it is open to the account
 * anyway, or was opened before.
 */
export async function openByMeter(slug: string): Promise<Result<void, MeterError>> {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const now = viewerTime(viewer, new Date());
  const article = await findArticleBySlug(slug);
  if (!article) return err({ kind: "not-found" });
  const decision = mayRead(viewer, article.card.policy, now);
  if (decision.granted) return ok(undefined);
  if (decision.reason !== "meter") return err({ kind: "none-left" });
  const spending = { userId: viewer.userId, articleId: article.card.id, month: meterMonth(now), limit: product.meterPerMonth, now };
  return (await spendMeter(spending)) ? ok(undefined) : err({ kind: "none-left" });
}
