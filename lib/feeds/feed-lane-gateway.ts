import { err, type Result } from "@/lib/core/result";
import { type KillablePool, makeKillablePool } from "@/lib/platform/killable/killable-pool";
import type { ParseError } from "./types";

/** Of a thousand real feeds one in fifty is longer. */
const ordinaryBytesMax = 512 * 1_024;

/** One process each: parsing takes part of a core, and a worker has others for the network and the database. */
const lanes = {
  /** An ordinary feed takes a hundredth of a second; a machine under load may need ten times that. */
  ordinary: { processes: 1, timeoutMs: 2_000, heapMb: 128 },
  /**
   * The largest feeds met, 3 MB of articles, take less than a second. One of the largest size we fetch (10 MiB) takes about
   * two, its drafts included, and may take twenty times its size as strings and objects, and the code its own. Stands back
   * for everybody's ordinary ones.
   */
  big: { processes: 1, timeoutMs: 8_000, heapMb: 256, idleMs: 3_000, niceness: 10 },
};

type Lane = keyof typeof lanes;

/** Reads a feed in a process of its own. @returns the handler's answer; `killed` where time or memory ran out */
export type ReadInLane<Order, Out> = (order: Order) => Promise<Result<Out, ParseError>>;

/** The pools of every reader that was made, by their lanes. */
const everyReaders: Map<Lane, { close: () => Promise<void> }>[] = [];

/**
 * Makes the reader of one file of `serveKillable`: a lane for ordinary feeds and one for big ones, each a process that
 * starts with its first feed and serves them in the order they come. A document made to hang or to fill the memory is
 * killed there and costs nobody else more than a moment.
 */
export function makeFeedLanes<Order extends { bytes: Uint8Array }, Out>(file: URL): ReadInLane<Order, Out> {
  type Pool = KillablePool<Order, Result<Out, ParseError>>;
  const pools = new Map<Lane, Pool>();
  everyReaders.push(pools);
  const poolOf = (lane: Lane): Pool => {
    const pool: Pool = pools.get(lane) ?? makeKillablePool({ file, ...lanes[lane] });
    pools.set(lane, pool);
    return pool;
  };
  return async (order) => {
    const answered = await poolOf(order.bytes.byteLength > ordinaryBytesMax ? "big" : "ordinary").run(order);
    return answered.ok ? answered.value : err({ kind: "killed", reason: `reading the document was given up: ${answered.error.detail}` });
  };
}

/** Ends all processes in which feeds are read; the next feed starts a new one. */
export async function stopFeedLanes(): Promise<void> {
  const stopping = everyReaders.flatMap((pools) => [...pools.values()]);
  for (const pools of everyReaders) pools.clear();
  await Promise.all(stopping.map((pool) => pool.close()));
}
