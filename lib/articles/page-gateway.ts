import { err, ok, type Result } from "@/lib/core/result";
import { userAgent } from "@/lib/feeds/feed-gateway";
import { mayFetchPage } from "@/lib/feeds/robots-gateway";
import { safeFetch } from "@/lib/platform/http/safe-fetch";
import type { SafeResponse } from "@/lib/platform/http/types";
import { judgePageMarks } from "./judge-page-marks";

export type FetchedPage = { bytes: Uint8Array; contentType: string | null; url: string };

/** Why there is no page: it is not for us to keep, it will not come, or perhaps next time. */
export type PageError = { kind: "refused" | "gone" | "unreachable"; reason: string };

/** The cap of `extractArticle`. */
const bytesMax = 5 * 1_048_576;

/**
 * Fetches an article's page once, if robots.txt of every origin on the way lets us and the page itself does not
 * forbid keeping its text.
 *
 * @throws what the robots store throws; faults of the publisher are errors
 */
export async function fetchArticlePage(url: string, now: Date): Promise<Result<FetchedPage, PageError>> {
  const allowed = await mayFetchPage(url, now);
  if (!allowed.allowed)
    return err({ kind: allowed.reason === "robots.txt unreachable" ? "unreachable" : "refused", reason: allowed.reason });
  const response = await safeFetch(url, {
    maxBytes: bytesMax,
    headers: { "user-agent": userAgent(), accept: "text/html,application/xhtml+xml" },
  });
  if (!response.ok) return err({ kind: lasting.has(response.error.kind) ? "gone" : "unreachable", reason: response.error.kind });
  const isElsewhere = new URL(response.value.url).origin !== new URL(url).origin;
  if (isElsewhere && !(await mayFetchPage(response.value.url, now)).allowed) return err({ kind: "refused", reason: "refused by rules" });
  return readResponse(response.value);
}

function readResponse({ status, headers, bytes, url }: SafeResponse): Result<FetchedPage, PageError> {
  if (status < 200 || status > 299) {
    return err({ kind: status >= 500 || passing.has(status) ? "unreachable" : "gone", reason: `status ${status}` });
  }
  const contentType = headers["content-type"] ?? null;
  if (contentType && !/html|xml/i.test(contentType)) return err({ kind: "gone", reason: "no page" });
  // Marks are plain ASCII, whatever the page's charset.
  const refusal = judgePageMarks(headers, new TextDecoder("latin1").decode(bytes));
  return refusal ? err({ kind: "refused", reason: refusal }) : ok({ bytes, contentType, url });
}

const lasting = new Set<string>(["forbidden-address", "body-too-large", "redirect"]);
/** Request Timeout, Too Early, Too Many Requests. */
const passing = new Set([408, 425, 429]);
