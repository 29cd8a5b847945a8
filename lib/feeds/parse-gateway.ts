import { err, type Result } from "@/lib/core/result";
import { type KillablePool, makeKillablePool } from "@/lib/platform/killable/killable-pool";
import type { ParseOptions } from "./parse-feed";
import type { ParseOrder } from "./parse-thread";
import type { ParsedFeed, ParseError } from "./types";

/** Of a thousand real feeds one in fifty is longer. */
const ordinaryBytesMax = 512 * 1_024;

const file = new URL("./parse-thread.ts", import.meta.url);

/** One process each: parsing takes part of a core, and a worker has others for the network and the database. */
const lanes = {
  /** An ordinary feed takes a hundredth of a second; a machine under load may need ten times that. */
  ordinary: { file, processes: 1, timeoutMs: 2_000, heapMb: 128 },
  /**
   * The largest feeds met, 3 MB of articles, take about half a second. One of the largest size we fetch (10 MiB) may
   * take twenty times its size as strings and objects, and the code its own. Stands back for everybody's ordinary ones.
   */
  big: { file, processes: 1, timeoutMs: 5_000, heapMb: 256, idleMs: 3_000, niceness: 10 },
};

type Lane = keyof typeof lanes;
type ParsePool = KillablePool<ParseOrder, Result<ParsedFeed, ParseError>>;

const pools = new Map<Lane, ParsePool>();

/**
 * `parseFeed` in a process of its own, where a document made to hang or to fill the memory is killed and costs nobody
 * else more than a moment. Feeds are served in the order they come, big ones in a lane apart.
 *
 * @returns what `parseFeed` returns; `killed` where time or memory ran out
 */
export async function parseFeedKillably(bytes: Uint8Array, options: ParseOptions): Promise<Result<ParsedFeed, ParseError>> {
  const answered = await poolOf(bytes.byteLength > ordinaryBytesMax ? "big" : "ordinary").run({ bytes, options });
  return answered.ok ? answered.value : err({ kind: "killed", reason: `reading the document was given up: ${answered.error.detail}` });
}

function poolOf(lane: Lane): ParsePool {
  const pool: ParsePool = pools.get(lane) ?? makeKillablePool(lanes[lane]);
  pools.set(lane, pool);
  return pool;
}

/** Ends the parsing processes; the next feed starts a new one. */
export async function stopParsing(): Promise<void> {
  const stopping = [...pools.values()];
  pools.clear();
  await Promise.all(stopping.map((pool) => pool.close()));
}
