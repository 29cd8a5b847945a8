import { request } from "undici";
import { err, ok, type Result } from "@/lib/core/result";
import { env } from "./env";

/** As many tags as the web's internal route takes at once. */
const tagsMax = 1_000;
const deadlineMs = 10_000;

export type RevalidateError = { kind: "not-configured" } | { kind: "refused"; status: number } | { kind: "unreachable" };

/**
 * Tells the web process that pages with these tags are out of date. It speaks to our own web only, at the
 * origin the start command handed over, so it does not go through the guarded fetcher.
 */
export async function revalidateTags(webOrigin: string, tags: readonly string[]): Promise<Result<number, RevalidateError>> {
  const token = env().INTERNAL_TOKEN;
  if (!token) return err({ kind: "not-configured" });
  for (let start = 0; start < tags.length; start += tagsMax) {
    const sent = await post(webOrigin, token, tags.slice(start, start + tagsMax));
    if (!sent.ok) return sent;
  }
  return ok(tags.length);
}

async function post(webOrigin: string, token: string, tags: readonly string[]): Promise<Result<void, RevalidateError>> {
  try {
    const response = await request(new URL("/api/internal/invalidate", webOrigin), {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ tags }),
      signal: AbortSignal.timeout(deadlineMs),
    });
    await response.body.dump();
    return response.statusCode < 300 ? ok(undefined) : err({ kind: "refused", status: response.statusCode });
  } catch {
    return err({ kind: "unreachable" });
  }
}
