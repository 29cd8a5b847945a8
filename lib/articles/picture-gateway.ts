import { err, ok, type Result } from "@/lib/core/result";
import { safeFetch } from "@/lib/platform/http/safe-fetch";

/** Why there is no picture: for good, or perhaps not next time. */
export type PictureError = { kind: "gone"; reason: string } | { kind: "unreachable"; reason: string };

const bytesMax = 10 * 1024 * 1024;
const accept = "image/webp,image/jpeg,image/png,image/gif;q=0.9,*/*;q=0.1";

/** Fetches a picture's bytes once, through the guarded fetcher; no referrer and no cookies go with it. */
export async function fetchPicture(sourceUrl: string, userAgent: string): Promise<Result<Uint8Array, PictureError>> {
  const response = await safeFetch(sourceUrl, { headers: { accept, "user-agent": userAgent }, maxBytes: bytesMax });
  if (!response.ok) return err(asPictureError(response.error.kind));
  const { status, bytes } = response.value;
  if (status >= 200 && status < 300) return ok(bytes);
  return err({ kind: status >= 500 || status === 429 ? "unreachable" : "gone", reason: `status ${status}` });
}

const lastingKinds = new Set(["forbidden-address", "body-too-large", "redirect"]);

const asPictureError = (kind: string): PictureError => ({ kind: lastingKinds.has(kind) ? "gone" : "unreachable", reason: kind });
