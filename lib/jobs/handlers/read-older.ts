import { storeEntries } from "@/lib/articles/store";
import { findFeed } from "@/lib/feeds/claim-store";
import { fetchFeedIfWelcome } from "@/lib/feeds/robots-feed-gateway";
import { sanitizerVersion } from "@/lib/feeds/sanitise-html";
import { enqueueAll } from "@/lib/platform/queue";
import { inSqlTransaction } from "@/lib/platform/sql";
import type { WorkerContext } from "../context";
import { listFollowUps, olderOf } from "../follow-ups";
import type { Payload } from "../payloads";
import { type ReadPoll, readPoll } from "../read-poll";

/**
 * Reads one document of what stands behind a feed that is new to us, and asks for the next: at most ten, one request a
 * host at a time, until one holds nothing that we did not have.
 *
 * @throws Error when it could not be had, so that the queue tries again
 */
export async function readOlder({ feedId, url, page }: Payload<"feeds.older">, context: WorkerContext): Promise<void> {
  const feed = await findFeed(feedId);
  if (!feed) return;
  const asked = { ...feed, url, etag: null, lastModified: null, validatorsUrl: null, bodyHash: null };
  const poll = await context.gate(url, () => readPoll(asked, context.now, (each) => fetchFeedIfWelcome(each, context.now())));
  context.pauses.begin(new URL(url).host);
  if (poll.reading.kind === "failure") throw new Error(`${url} could not be read: ${JSON.stringify(poll.reading.error)}`);
  const created = await keep(poll, page, context.now());
  context.log.info({ job: "feeds.older", feedId, page, entries: poll.entries, created });
}

function keep(poll: ReadPoll, page: number, now: Date): Promise<number> {
  return inSqlTransaction(async (conn) => {
    // Without the feed's past: a flood of old entries is what was asked for.
    const [counts] = await storeEntries([{ publisherId: poll.feed.publisherId, drafts: poll.drafts }], { now, sanitizerVersion }, conn);
    if (!counts || counts.created === 0) return 0;
    await enqueueAll([...(await listFollowUps(new Map([[poll, counts]]), now, conn)), ...olderOf(poll, page + 1)], conn);
    return counts.created;
  });
}
