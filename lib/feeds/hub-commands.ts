import "server-only";
import { requireHub } from "@/lib/accounts/guards";
import { addMs, dayMs } from "@/lib/core/clock";
import { enqueue } from "@/lib/platform/queue";
import { sql } from "@/lib/platform/sql";
import { insertFeedEvents } from "./event-store";
import { acceptedDigests } from "./hub-callback";
import { confirmSubscription, denySubscription, findSubscription, hastenPoll, recordPush } from "./hub-store";
import { type HubQuery, judgeHubRequest } from "./judge-hub-request";

// A hub has no session. What guards these commands is the callback's key, 256 random bits that only the hub was
// told, and for a push the signature besides.

/** A hub that denied a subscription is asked again after this. */
const deniedMs = 7 * dayMs;
/** A poll that was running when a push came may write its own schedule: the push is heard again after it. */
const secondHearingSec = 60;

export type HubReply = { kind: "confirmed"; challenge: string } | { kind: "noted" } | { kind: "unknown" };

/**
 * Answers a hub that verifies a subscription or denies one.
 *
 * @returns the challenge to echo; `unknown` for whatever we did not ask for
 */
export async function answerHub(key: string, query: HubQuery): Promise<HubReply> {
  const now = new Date();
  const subscription = await findSubscription(key);
  const answer = judgeHubRequest(query, subscription, now);
  if (answer.kind === "unknown" || !subscription) return { kind: "unknown" };
  const { host } = new URL(subscription.hubUrl);
  if (answer.kind === "denied") {
    const failure = answer.reason ? `The hub denied the subscription: ${answer.reason}` : "The hub denied the subscription.";
    await denySubscription(key, { failure, retryAt: addMs(now, deniedMs) });
    await insertFeedEvents([{ feedId: subscription.feedId, kind: "hub", words: `${host} no longer tells us of new entries.` }], now, sql);
    return { kind: "noted" };
  }
  if (!(await confirmSubscription(key, answer))) return { kind: "unknown" };
  if (subscription.expiresAt === null)
    await insertFeedEvents([{ feedId: subscription.feedId, kind: "hub", words: `${host} tells us of new entries.` }], now, sql);
  return { kind: "confirmed", challenge: answer.challenge };
}

/**
 * Takes a push. Its content is never used: a signed one makes the feed due, anything else is dropped, and the hub
 * is not told which.
 *
 * @param readBody reads the raw body; null when it is larger than any feed
 * @returns `unsubscribed` when the hub should stop
 * Source: W3C WebSub sections 7 and 8
 */
export async function acceptPush(
  key: string,
  signature: string | null,
  readBody: () => Promise<Uint8Array | null>,
): Promise<"taken" | "unsubscribed" | "too-large"> {
  const subscription = await findSubscription(key);
  if (!subscription || subscription.state === "refused") return "unsubscribed";
  const bytes = await readBody();
  if (bytes === null) return "too-large";
  if (!requireHub(bytes, signature, subscription.secret, acceptedDigests(subscription.hubUrl))) return "taken";
  const { feedId } = subscription;
  const now = new Date();
  const { isPolling } = await hastenPoll(feedId, now);
  await recordPush(feedId, now);
  if (isPolling) await enqueue({ name: "feeds.hasten", data: { feedId }, key: String(feedId), delaySec: secondHearingSec });
  return "taken";
}
