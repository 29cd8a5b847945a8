import { unpackDrafts } from "@/lib/articles/packed-drafts";
import { type StoreCounts, storeEntries } from "@/lib/articles/store";
import type { HubLinks } from "@/lib/feeds/find-hub";
import { recordHubs } from "@/lib/feeds/hub-store";
import { judgePoll } from "@/lib/feeds/judge-poll";
import { settleMove } from "@/lib/feeds/merge-store";
import { lockHeldFeeds, type PollRecord, recordPolls } from "@/lib/feeds/poll-record-store";
import { sanitizerVersion } from "@/lib/feeds/sanitise-html";
import type { PollError } from "@/lib/feeds/types";
import { enqueueAll } from "@/lib/platform/queue";
import { inSqlTransaction, isDatabaseAway, type Sql } from "@/lib/platform/sql";
import { listFollowUps } from "./follow-ups";
import { markQuarantine } from "./mark-quarantine";
import { failed, type ReadPoll } from "./read-poll";

/** What one poll did, in counts. */
export type PollCounts = { fetched: number; entries: number; created: number; revised: number; unchanged: number; dropped: number };

export type PollOutcome =
  | { kind: "stored"; counts: PollCounts; createdIds: number[] }
  | { kind: "not-modified" }
  | { kind: "failed"; error: PollError }
  /** Another claimer took over: this poll wrote nothing. */
  | { kind: "lost" };

/**
 * Writes any number of polls in one transaction: entries, the feeds' state with their validators, events, and the
 * jobs that follow. When the database refuses the set, each is written alone, so that one bad row costs one feed.
 *
 * @param polls with entries at most one of each publisher
 * @returns one outcome for each poll, in their order
 * @throws what the database threw while it was away: the same polls may be given again
 */
export async function storePolls(polls: readonly ReadPoll[], now: Date): Promise<PollOutcome[]> {
  try {
    return await inSqlTransaction((conn) => writePolls(polls, now, conn));
  } catch (cause) {
    if (isDatabaseAway(cause)) throw cause;
    return polls.length === 1 ? refuse(polls, now, cause) : storeOneByOne(polls, now);
  }
}

async function storeOneByOne(polls: readonly ReadPoll[], now: Date): Promise<PollOutcome[]> {
  const outcomes: PollOutcome[] = [];
  for (const poll of polls) outcomes.push(...(await storePolls([poll], now)));
  return outcomes;
}

/** A feed whose entries the database will not take is a failing feed: its next poll comes later, the others go on. */
async function refuse(polls: readonly ReadPoll[], now: Date, cause: unknown): Promise<PollOutcome[]> {
  if (polls.some((poll) => poll.reading.kind === "failure")) throw cause;
  const reason = `its entries could not be stored (${cause instanceof Error ? cause.message : "unknown fault"})`;
  const failures = polls.map((poll) => failed(poll.feed, { kind: "not-a-feed", reason }));
  return inSqlTransaction((conn) => writePolls(failures, now, conn));
}

async function writePolls(polls: readonly ReadPoll[], now: Date, conn: Sql): Promise<PollOutcome[]> {
  const held = await keepHeld(polls, conn);
  const counts = await storeRead(held, now, conn);
  const records: PollRecord[] = [];
  for (const poll of held) records.push(await toRecord(poll, counts.get(poll), now, conn));
  const written = await recordPolls(records, now, conn);
  await recordHubs(changedHubs(held, written), conn);
  await enqueueAll(await listFollowUps(counts, now, conn), conn);
  return polls.map((poll) => (written.has(poll.feed.id) ? outcomeOf(poll, counts.get(poll)) : { kind: "lost" }));
}

/** Polls that write more than their record must hold their lease from the start; of the others the record itself looks. */
async function keepHeld(polls: readonly ReadPoll[], conn: Sql): Promise<ReadPoll[]> {
  const writers = polls.filter((poll) => poll.drafts.count > 0 || mayMove(poll));
  if (writers.length === 0) return [...polls];
  const heldIds = await lockHeldFeeds(
    writers.map((poll) => poll.feed),
    conn,
  );
  const lost = new Set(writers.filter((poll) => !heldIds.has(poll.feed.id)));
  return polls.filter((poll) => !lost.has(poll));
}

/** A hub may be announced, changed or withdrawn by any body that was read; most change nothing. */
const changedHubs = (polls: readonly ReadPoll[], written: ReadonlySet<number>): { feedId: number; hub: HubLinks | null }[] =>
  polls.flatMap(({ feed, hub }) => {
    const isSame = hub === undefined || ((hub?.hubUrl ?? null) === feed.hubUrl && (hub?.topicUrl ?? null) === feed.topicUrl);
    return isSame || !written.has(feed.id) ? [] : [{ feedId: feed.id, hub }];
  });

const mayMove = ({ reading }: ReadPoll): boolean => reading.kind !== "failure" && reading.movedTo !== null;

async function storeRead(polls: readonly ReadPoll[], now: Date, conn: Sql): Promise<Map<ReadPoll, StoreCounts>> {
  const withEntries = polls.filter((poll) => poll.drafts.count > 0);
  if (withEntries.length === 0) return new Map();
  const feeds = withEntries.map(({ feed, drafts }) => ({ publisherId: feed.publisherId, drafts: unpackDrafts(drafts), feed }));
  const counts = await storeEntries(feeds, { now, sanitizerVersion }, conn);
  return new Map(withEntries.flatMap((poll, index) => (counts[index] ? [[poll, counts[index]] as const] : [])));
}

async function toRecord(poll: ReadPoll, counts: StoreCounts | undefined, now: Date, conn: Sql): Promise<PollRecord> {
  const { feed, reading, validators, bodyHash, findings } = poll;
  const outcome = reading.kind === "read" ? { ...reading, knownCount: counts?.known ?? 0 } : reading;
  const judged = markQuarantine(judgePoll({ feed, outcome, now, jitter: Math.random() }), poll, counts?.flood);
  const verdict = judged.url === feed.url ? judged : await settleMove(feed, judged, now, conn);
  return { feed, verdict, validators, bodyHash, lastEntryAt: newest(poll), findings, created: counts?.created ?? 0 };
}

function newest({ drafts }: ReadPoll): Date | null {
  const times = drafts.publishedAt.map((date) => date.getTime());
  return times.length === 0 ? null : new Date(times.reduce((a, b) => Math.max(a, b)));
}

function outcomeOf(poll: ReadPoll, counts: StoreCounts | undefined): PollOutcome {
  const { reading, entries, dropped } = poll;
  switch (reading.kind) {
    case "failure":
      return { kind: "failed", error: reading.error };
    case "unchanged":
      return { kind: "not-modified" };
    case "read": {
      const { created = 0, revised = 0, unchanged = 0, createdIds = [] } = counts ?? {};
      return { kind: "stored", createdIds, counts: { fetched: 1, entries, created, revised, unchanged, dropped } };
    }
    default:
      return reading satisfies never;
  }
}
