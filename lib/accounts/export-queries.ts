import "server-only";
import { err, ok, type Result } from "@/lib/core/result";
import { listReadFeeds, writeArchive } from "./export-store";
import { requireAccount, requireStepUp } from "./guards";

/**
 * Everything we hold about whoever asks, as a JSON text (UTF-8): one key a table. Wants a fresh proof of who asks.
 *
 * Source: GDPR article 20
 */
export async function exportAccount(now: Date): Promise<Result<string, { kind: "sign-in" } | { kind: "step-up" }>> {
  const account = await requireStepUp();
  if (!account.ok) return account;
  return ok(await writeArchive(account.value.userId, account.value.email, now));
}

/** The feeds of the titles that whoever asks has read, for another feed reader. */
export async function exportFeeds(): Promise<Result<{ title: string; feedUrl: string; homeUrl: string }[], { kind: "sign-in" }>> {
  const account = await requireAccount();
  return account ? ok(await listReadFeeds(account.userId)) : err({ kind: "sign-in" });
}
