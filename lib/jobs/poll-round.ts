import { type Lease, releaseLeases, renewLeases } from "@/lib/feeds/claim-store";
import { fetchFeedIfWelcome } from "@/lib/feeds/robots-feed-gateway";
import type { DueFeed } from "@/lib/feeds/types";
import type { PollContext } from "./context";
import { type FeedClaims, makeFeedClaims } from "./feed-claims";
import { makePollSink, type PollSink } from "./poll-sink";
import { type FetchStep, readPoll } from "./read-poll";
import { makeSlots, type Slots } from "./slots";
import { makeWake } from "./wake";
import { makePollWriter, type RoundCounts } from "./write-polls";

export type RoundOptions = {
  /** Ends the round early: nothing more is claimed, what was not begun is given back. */
  signal?: AbortSignal;
  /** Longest that feeds in hand may take once `signal` has spoken; then they are given back unwritten. */
  drainMs?: () => number;
  fetchStep?: FetchStep;
};

/** A lease outlives four missed heartbeats, and a killed worker's feeds are due again within a minute. */
const leaseSec = 30;
const heartbeatMs = 7_000;
/** Requests under way at once, and how many more may hang meanwhile: an idle socket costs next to nothing. */
const places = { max: 32, slowMax: 256, patienceMs: 3_000 };
/** How often the schedule is looked at while feeds are in hand. */
const lookEveryMs = 1_000;

/**
 * Polls every feed that is due, and goes on until nothing is due and nothing in hand: claims by lease, asks many
 * hosts at once and each host one thing at a time, writes what was read in sets. A feed that hangs holds up no
 * other: what falls due meanwhile is polled beside it.
 *
 * @returns what came of it
 * @throws nothing a publisher or the database does; a database that is away ends the round early
 */
export async function pollRound(context: PollContext, options: RoundOptions = {}): Promise<RoundCounts> {
  const round = makeRound(context, options);
  const heartbeat = setInterval(() => void round.renew(), heartbeatMs);
  try {
    while (!options.signal?.aborted) {
      round.step();
      if (round.isDone()) break;
      await round.wake.next(lookEveryMs);
    }
    await round.end();
  } finally {
    clearInterval(heartbeat);
  }
  return round.counts;
}

function makeRound(context: PollContext, options: RoundOptions) {
  const wake = makeWake();
  const held = new Map<number, Lease>();
  const claims = makeFeedClaims(context, { leaseSec, lookEveryMs }, (feeds) => {
    for (const feed of feeds) held.set(feed.id, { id: feed.id, leaseToken: feed.leaseToken });
    if (feeds.length > 0) context.noteHeld?.([...held.values()]);
    step();
  });
  const writer = makePollWriter(context, (polls) => {
    for (const poll of polls) held.delete(poll.feed.id);
    step();
  });
  const slots = makeSlots(places, () => step());
  const sink = makePollSink(writer.write, () => slots.idle() && claims.isIdle());
  const ask = options.fetchStep ?? ((feed) => fetchFeedIfWelcome(feed, context.now()));
  const isStopped = () => options.signal?.aborted ?? false;
  const isDone = () => held.size === 0 && !claims.isAsking();

  /** All that can be done now; called whenever something has changed. */
  const step = (): void => {
    if (!isStopped()) begin();
    sink.look();
    if (isStopped() || isDone()) wake.now();
  };
  const begin = (): void => {
    if (!sink.isFull()) claims.ask();
    while (slots.free() > 0 && !sink.isFull()) {
      const feed = claims.waiting.shift();
      if (!feed) return;
      slots.take((arrived) => poll(feed, arrived));
    }
  };
  const poll = async (feed: DueFeed, arrived: () => void): Promise<void> => {
    try {
      sink.add(await readPoll(feed, context.now, (asked) => ask(asked).finally(arrived)));
      claims.noteRead();
    } catch (cause) {
      // The lease runs out and the feed is tried again; the fault is ours.
      held.delete(feed.id);
      context.log.error({ err: cause, feedId: feed.id }, "a feed could not be polled");
    } finally {
      context.pauses.begin(hostOf(feed));
    }
  };
  const renew = () => quietly(context, () => renewLeases([...held.values()], { now: context.now(), leaseSec }));
  const end = () => endRound(context, options, { held, claims, slots, sink });
  return { wake, step, isDone, counts: writer.counts, renew, end };
}

type InHand = { held: Map<number, Lease>; claims: FeedClaims; slots: Slots; sink: PollSink };

/** Gives back what was not begun, lets what was asked be written in its time, then gives back the rest. */
async function endRound(context: PollContext, options: RoundOptions, { held, claims, slots, sink }: InHand): Promise<void> {
  await claims.settled();
  const unread = claims.waiting.splice(0);
  for (const feed of unread) held.delete(feed.id);
  await quietly(context, () => releaseLeases(unread));
  await waitAtMost(options.drainMs?.() ?? 0, () => slots.idle());
  await sink.drained();
  await quietly(context, () => releaseLeases([...held.values()]));
}

/** As `new URL` gives it, which costs more: stored addresses are in that form already. */
const hostOf = (feed: DueFeed): string => feed.url.split("/", 3)[2] ?? "";

async function quietly(context: PollContext, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    context.log.warn({ err: cause }, "could not renew or release leases");
  }
}

async function waitAtMost(ms: number, isDone: () => boolean): Promise<void> {
  const until = performance.now() + ms;
  while (!isDone() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
}
