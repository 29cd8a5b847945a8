import "server-only";
import { product } from "@/lib/core/product";
import { err, ok, type Result } from "@/lib/core/result";
import { collectExport, listReadFeeds } from "./export-store";
import { requireAccount, requireStepUp } from "./guards";

/**
 * Everything we hold about whoever asks, as a JSON text (UTF-8): one key a table. Wants a fresh proof of who asks.
 *
 * Source: GDPR article 20
 */
export async function exportAccount(now: Date): Promise<Result<string, { kind: "sign-in" } | { kind: "step-up" }>> {
  const account = await requireStepUp();
  if (!account.ok) return account;
  const tables = await collectExport(account.value.userId, account.value.email);
  const whole = { product: product.name, exportedAt: now, tables };
  return ok(JSON.stringify(whole, (_key, value: unknown) => (typeof value === "bigint" ? Number(value) : value), 2));
}

/** The feeds of the titles that whoever asks has read, for another feed reader. */
export async function exportFeeds(): Promise<Result<{ title: string; feedUrl: string; homeUrl: string }[], { kind: "sign-in" }>> {
  const account = await requireAccount();
  return account ? ok(await listReadFeeds(account.userId)) : err({ kind: "sign-in" });
}
