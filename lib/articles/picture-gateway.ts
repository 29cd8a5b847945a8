import { err, ok, type Result } from "@/lib/core/result";
import { readServerHints } from "@/lib/feeds/read-server-hints";
import type { HttpError } from "@/lib/platform/http/http-error";
import { safeFetch } from "@/lib/platform/http/safe-fetch";

/** Why there is no picture: for good, or perhaps not next time; `retryAfterSec` where the host asked for a pause. */
export type PictureError = { kind: "gone"; reason: string } | { kind: "unreachable"; reason: string; retryAfterSec: number | null };

const bytesMax = 10 * 1024 * 1024;
const accept = "image/webp,image/jpeg,image/png,image/gif;q=0.9,*/*;q=0.1";

/**
 * Fetches a picture's bytes once, through the guarded fetcher. No referrer and no cookies go with it: a host that
 * wants one to show its pictures (403, or a page in place of the picture) does not want them shown here.
 *
 * @param now for reading a Retry-After that is a date
 */
export async function fetchPicture(sourceUrl: string, userAgent: string, now: Date): Promise<Result<Uint8Array, PictureError>> {
  const response = await safeFetch(sourceUrl, { headers: { accept, "user-agent": userAgent }, maxBytes: bytesMax });
  if (!response.ok) {
    const { kind } = response.error;
    return err(lastingKinds.has(kind) ? { kind: "gone", reason: kind } : { kind: "unreachable", reason: kind, retryAfterSec: null });
  }
  const { status, bytes } = response.value;
  if (status >= 200 && status < 300) return ok(bytes);
  const reason = `status ${status}`;
  if (!passingStatuses.has(status) && status < 500) return err({ kind: "gone", reason });
  return err({ kind: "unreachable", reason, retryAfterSec: readServerHints(response.value, now).retryAfterSec });
}

const lastingKinds = new Set<HttpError["kind"]>(["forbidden-address", "body-too-large", "redirect"]);
/** Request Timeout, Too Early, Too Many Requests. */
const passingStatuses = new Set([408, 425, 429]);
