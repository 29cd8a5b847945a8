import { unpackDrafts } from "@/lib/articles/packed-drafts";
import { storeEntries } from "@/lib/articles/store";
import { claimFeed, isRead, releaseLeases } from "@/lib/feeds/claim-store";
import { fetchFeed } from "@/lib/feeds/feed-gateway";
import { mayFetchPage } from "@/lib/feeds/robots-gateway";
import { sanitizerVersion } from "@/lib/feeds/sanitise-html";
import type { DueFeed, PollError } from "@/lib/feeds/types";
import { enqueueAll } from "@/lib/platform/queue";
import { inSqlTransaction } from "@/lib/platform/sql";
import type { WorkerContext } from "../context";
import { listFollowUps, olderOf } from "../follow-ups";
import type { Payload } from "../payloads";
import { type ReadPoll, readPoll } from "../read-poll";

/** As long as a slow server may take, and then some. */
const leaseSec = 60;

/**
 * Reads one document of what stands behind a feed that is new to us, and asks for the next: at most ten, until one holds
 * nothing that we did not have. The feed's lease is held meanwhile, so that nobody else asks its host; robots.txt is asked
 * as for any page. A server that refuses ends it.
 *
 * @throws Error while another polls the feed, and after a fault that may pass, so that the queue tries again
 */
export async function readOlder({ feedId, url, page }: Payload<"feeds.older">, context: WorkerContext): Promise<void> {
  if (!(await isRead(feedId, context.now()))) return;
  const feed = await claimFeed(feedId, { now: context.now(), leaseSec });
  if (!feed) throw new Error(`feed ${feedId} is being polled`);
  const facts = { job: "feeds.older", feedId, page };
  try {
    const poll = await context.gate(url, () => ask(feed, url, context));
    if (poll === null) return context.log.info({ ...facts, outcome: "robots" });
    if (poll.reading.kind !== "failure") return context.log.info({ ...facts, created: await keep(poll, page, context.now()) });
    const { error } = poll.reading;
    if (mayPass(error)) throw new Error(`${url} could not be read: ${error.kind}`);
    context.log.info({ ...facts, outcome: "refused", error });
  } finally {
    context.pauses.begin(new URL(url).host);
    await releaseLeases([feed]);
  }
}

async function ask(feed: DueFeed, url: string, { now, exemptHosts }: WorkerContext): Promise<ReadPoll | null> {
  const isOurs = exemptHosts.includes(new URL(url).host);
  const robots = isOurs ? null : await mayFetchPage(url, now());
  if (robots?.reason === "robots.txt unreachable") throw new Error(`robots.txt of ${url} could not be had`);
  if (robots && !robots.allowed) return null;
  return readPoll({ ...feed, url, etag: null, lastModified: null, validatorsUrl: null, bodyHash: null }, now, fetchFeed);
}

const mayPass = (error: PollError): boolean =>
  error.kind === "timeout" || error.kind === "dns" || error.kind === "connect" || (error.kind === "http-status" && error.status >= 500);

function keep(poll: ReadPoll, page: number, now: Date): Promise<number> {
  return inSqlTransaction(async (conn) => {
    const archive = { publisherId: poll.feed.publisherId, drafts: unpackDrafts(poll.drafts), isArchive: true };
    const [counts] = await storeEntries([archive], { now, sanitizerVersion }, conn);
    if (!counts || counts.created === 0) return 0;
    await enqueueAll([...(await listFollowUps(new Map([[poll, counts]]), now, conn)), ...olderOf(poll, page + 1)], conn);
    return counts.created;
  });
}
