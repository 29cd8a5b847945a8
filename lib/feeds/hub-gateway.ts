import { daySec } from "@/lib/core/clock";
import { err, ok, type Result } from "@/lib/core/result";
import { isAdmittedOrigin } from "@/lib/platform/http/admitted-origins";
import { safeFetch } from "@/lib/platform/http/safe-fetch";
import { userAgent } from "./feed-gateway";
import { pollErrorWords } from "./poll-error-words";

export type HubOrder = {
  hubUrl: string;
  topicUrl: string;
  callbackUrl: string;
  /** Signs what the hub sends; hex, 128 bits or more. */
  secret: string;
};

/** `refused` is the hub's own word and stands for days, `unreachable` may pass. */
export type HubError = { kind: "refused" | "unreachable"; reason: string };

const leaseSec = 10 * daySec;
const answerBytesMax = 65_536;

/**
 * Asks a hub for a feed's pushes. That it accepted means only that it will verify: nothing is subscribed yet.
 *
 * @returns `refused` also for a hub without https, which would carry the secret in the open
 * Source: W3C WebSub section 5.1
 */
export async function requestSubscription(order: HubOrder): Promise<Result<void, HubError>> {
  const hub = new URL(order.hubUrl);
  if (hub.protocol !== "https:" && !isAdmittedOrigin(hub.origin)) return err({ kind: "refused", reason: "the hub has no https" });
  const form = new URLSearchParams({
    "hub.mode": "subscribe",
    "hub.topic": order.topicUrl,
    "hub.callback": order.callbackUrl,
    "hub.secret": order.secret,
    "hub.lease_seconds": String(leaseSec),
  });
  const sent = await safeFetch(order.hubUrl, {
    method: "POST",
    body: form.toString(),
    headers: { "content-type": "application/x-www-form-urlencoded", "user-agent": userAgent() },
    maxBytes: answerBytesMax,
  });
  if (!sent.ok) return err({ kind: "unreachable", reason: pollErrorWords(sent.error) });
  const { status } = sent.value;
  if (status >= 200 && status < 300) return ok(undefined);
  const isPassing = status >= 500 || status === 429 || status === 408;
  return err({ kind: isPassing ? "unreachable" : "refused", reason: `the hub answered with status ${status}` });
}
