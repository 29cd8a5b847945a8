import { randomBytes } from "node:crypto";
import { addMs, dayMs, hourMs } from "@/lib/core/clock";
import { insertFeedEvents } from "@/lib/feeds/event-store";
import { hubCallbackUrl } from "@/lib/feeds/hub-callback";
import { type HubError, requestSubscription } from "@/lib/feeds/hub-gateway";
import { dropIdleSubscriptions, failSubscription, type HubWork, listHubWork, startSubscription } from "@/lib/feeds/hub-store";
import { env } from "@/lib/platform/env";
import { sql } from "@/lib/platform/sql";
import type { WorkerContext } from "../context";

type HubContext = Pick<WorkerContext, "gate" | "log" | "now">;

/** Hubs asked in one run; the rest wait for the next. */
const hubsMax = 30;
/** A hub that accepted and did not verify, or could not be reached, is asked again after this. */
const retryMs = 6 * hourMs;
const refusedMs = 7 * dayMs;

/**
 * Subscribes to the hubs that feeds announce and renews what is at 80% of its lease. Does nothing on an install that
 * hubs cannot reach: its feeds are polled.
 */
export async function subscribeHubs(context: HubContext): Promise<void> {
  if (hubCallbackUrl(env().PUBLIC_URL, "") === null) return;
  const dropped = await dropIdleSubscriptions();
  const work = await listHubWork(context.now(), hubsMax);
  let accepted = 0;
  for (const each of work) if (await subscribe(each, context)) accepted += 1;
  if (work.length > 0 || dropped > 0) context.log.info({ job: "feeds.hubs", asked: work.length, accepted, dropped });
}

async function subscribe(work: HubWork, context: HubContext): Promise<boolean> {
  const { feedId, hubUrl, topicUrl, wasFailing } = work;
  const callbackKey = work.callbackKey ?? randomBytes(32).toString("base64url");
  const secret = work.secret ?? randomBytes(32).toString("hex");
  const callbackUrl = hubCallbackUrl(env().PUBLIC_URL, callbackKey);
  if (callbackUrl === null) return false;
  const requestedAt = context.now();
  // Written first: a hub may verify before it answers.
  await startSubscription({ feedId, hubUrl, topicUrl, callbackKey, secret }, { requestedAt, retryAt: addMs(requestedAt, retryMs) });
  const sent = await context.gate(hubUrl, () => requestSubscription({ hubUrl, topicUrl, callbackUrl, secret }));
  if (sent.ok) return true;
  await recordFailure(work, requestedAt, sent.error, context);
  if (!wasFailing) context.log.warn({ job: "feeds.hubs", feedId, hub: new URL(hubUrl).host, error: sent.error });
  return false;
}

async function recordFailure(
  { feedId, hubUrl, wasFailing }: HubWork,
  requestedAt: Date,
  error: HubError,
  context: HubContext,
): Promise<void> {
  const now = context.now();
  const retryAt = addMs(now, error.kind === "refused" ? refusedMs : retryMs);
  await failSubscription(feedId, { requestedAt, retryAt, failure: error.reason, now });
  if (wasFailing) return;
  const words = `${new URL(hubUrl).host} could not be asked to tell us of new entries: ${error.reason}`;
  await insertFeedEvents([{ feedId, kind: "hub", words }], now, sql);
}
