import { listArticlesOfPicture } from "@/lib/articles/media-store";
import { fetchPicture } from "@/lib/articles/picture-gateway";
import { planRetry } from "@/lib/articles/plan-retry";
import {
  findRendition,
  holdHost,
  type RenderedFacts,
  type Rendition,
  recordDead,
  recordPostponed,
  recordRendered,
  requestLater,
  secondsOnHold,
} from "@/lib/articles/rendition-store";
import { userAgent } from "@/lib/feeds/feed-gateway";
import { renderApart } from "@/lib/platform/images/picture-renderer";
import { keepPicture, mediaStore } from "@/lib/platform/media/media-store";
import { enqueue } from "@/lib/platform/queue";
import type { WorkerContext } from "../context";
import type { Payload } from "../payloads";

type Made =
  | { kind: "rendered"; facts: RenderedFacts }
  | { kind: "dead"; failure: string }
  | { kind: "later"; reason: string; retryAfterSec: number | null };

/**
 * Between two pictures of one host that a reader waits for: a page's pictures come one after another over one
 * connection, where the reader's own browser would open six.
 */
const waitedForPauseMs = 250;

/** Pictures on their way in this process: one asked for twice is fetched once. */
const underWay = new Map<string, Promise<void>>();

/**
 * Fetches a picture, keeps our own renditions of it under the hash of their bytes, and records its size and colour.
 * One that is dead, or hostile, is recorded as failed and leaves no hole; one whose host cannot be reached is asked
 * for again later, six times within six hours.
 *
 * @param isWaitedFor whether a reader waits: its turn at the decoder comes first
 */
export function fetchPictureOf(payload: Payload<"pictures.fetch">, isWaitedFor: boolean, context: WorkerContext): Promise<void> {
  const known = underWay.get(payload.hash);
  if (known) return known;
  const fetching = fetchMissing(payload, isWaitedFor, context).finally(() => underWay.delete(payload.hash));
  underWay.set(payload.hash, fetching);
  return fetching;
}

async function fetchMissing({ hash, attempt }: Payload<"pictures.fetch">, isWaitedFor: boolean, context: WorkerContext): Promise<void> {
  const picture = await findRendition(hash);
  if (!picture || picture.isDead) return;
  if (picture.contentHash && (await mediaStore().has(picture.contentHash))) return;
  const made = await makePicture(picture.sourceUrl, isWaitedFor, context);
  switch (made.kind) {
    case "rendered":
      await recordRendered(hash, made.facts, context.now());
      return tellPages(hash);
    case "dead":
      return giveUp(hash, made.failure, context);
    case "later":
      return postpone(picture, attempt, made, context);
    default:
      return made satisfies never;
  }
}

async function makePicture(sourceUrl: string, isWaitedFor: boolean, context: WorkerContext): Promise<Made> {
  const onHoldSec = await secondsOnHold(sourceUrl, context.now());
  if (onHoldSec > 0) return { kind: "later", reason: "its host asked to be left alone", retryAfterSec: onHoldSec };
  const request = () => fetchPicture(sourceUrl, userAgent(), context.now());
  const fetched = await context.gate(sourceUrl, request, isWaitedFor ? waitedForPauseMs : undefined);
  if (!fetched.ok) {
    const { error } = fetched;
    if (error.kind === "gone") return { kind: "dead", failure: error.reason };
    if (error.retryAfterSec) await holdHost(sourceUrl, { forSec: error.retryAfterSec, reason: error.reason, now: context.now() });
    return { ...error, kind: "later" };
  }
  const rendered = await renderApart(fetched.value, isWaitedFor);
  if (!rendered.ok) {
    const { kind, reason } = rendered.error;
    return kind === "unavailable" ? { kind: "later", reason, retryAfterSec: null } : { kind: "dead", failure: `${kind}: ${reason}` };
  }
  const { files, ...facts } = rendered.value;
  const contentHash = await keepPicture(files);
  const removed = await mediaStore().trim();
  if (removed > 0) context.log.info({ job: "pictures.fetch", removed }, "made room among the pictures");
  return { kind: "rendered", facts: { contentHash, ...facts } };
}

async function postpone(picture: Rendition, attempt: number, made: Made & { kind: "later" }, context: WorkerContext): Promise<void> {
  const plan = planRetry(attempt, made.retryAfterSec);
  if (!plan) return giveUp(picture.hash, made.reason, context);
  await requestLater(picture, { attempt: attempt + 1, delaySec: plan.delaySec });
  const isNews = await recordPostponed(picture.hash, made.reason, { isHidden: plan.isHidden, now: context.now() });
  if (isNews) await tellPages(picture.hash);
}

async function giveUp(hash: string, failure: string, context: WorkerContext): Promise<void> {
  await recordDead(hash, failure, context.now());
  context.log.info({ job: "pictures.fetch", hash, failure }, "a picture that cannot be had");
  await tellPages(hash);
}

async function tellPages(hash: string): Promise<void> {
  await enqueue({ name: "pages.invalidate", data: { articleIds: await listArticlesOfPicture(hash) } });
}
