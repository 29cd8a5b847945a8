import { request } from "undici";

const deadlineMs = 10_000;

/**
 * Hands a signed body to our own web process, as an outside provider would. It never leaves the machine's own web, at
 * the origin that the start command handed over, so it does not go through the guarded fetcher.
 *
 * @returns the answer's status; null when nothing answered within 10 s
 */
export async function postHook(webOrigin: string, path: string, rawBody: string, signature: string): Promise<number | null> {
  try {
    const { statusCode, body } = await request(new URL(path, webOrigin), {
      method: "POST",
      headers: { "content-type": "application/json", "sandbox-signature": signature },
      body: rawBody,
      signal: AbortSignal.timeout(deadlineMs),
    });
    await body.dump();
    return statusCode;
  } catch {
    return null;
  }
}
