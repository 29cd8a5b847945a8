import { err, type Result } from "@/lib/core/result";
import { type KillablePool, makeKillablePool } from "@/lib/platform/killable/killable-pool";
import type { ExtractError, ExtractedArticle } from "./extract-article";
import type { ExtractAnswer, ExtractOrder } from "./extract-thread";

/** What a page in a text's pictures got as our own addresses: key and source. */
export type ExtractedPage = ExtractedArticle & { bodyMedia: { hash: string; sourceUrl: string }[] };

export type KillableExtractError = ExtractError | { kind: "killed"; reason: string };

/** One: extraction takes part of a core, and a worker has others for the network and the database. */
const processes = 1;

/**
 * CPU time: on a quiet machine whoever hands a page over has an answer within two seconds, what handing over takes included. The slowest honest
 * page of a thousand took 0.3 s of a loaded core.
 */
const timeoutMs = 1_750;

/** A page of 5 MiB, the largest that is read, takes about 150 MiB as a tree and its copies. */
const heapMb = 256;

let pool: KillablePool<ExtractOrder, ExtractAnswer> | null = null;

/**
 * `extractArticle` in a process of its own, where a page made to hang or to fill the memory is killed after less than two seconds of CPU time.
 * Pages are served in the order they come.
 *
 * @param page `pictureWidth`: pictures in the text get our own address, in this width; null leaves the publisher's
 * @returns what `extractArticle` returns; `killed` where time or memory ran out
 */
export async function extractKillably(page: ExtractOrder): Promise<Result<ExtractedPage, KillableExtractError>> {
  pool ??= makeKillablePool({ file: new URL("./extract-thread.ts", import.meta.url), processes, timeoutMs, heapMb });
  const answered = await pool.run(page);
  return answered.ok ? answered.value : err({ kind: "killed", reason: `reading the page was given up: ${answered.error.detail}` });
}

/** Ends the extracting process; the next page starts a new one. */
export async function stopExtracting(): Promise<void> {
  const stopping = pool;
  pool = null;
  await stopping?.close();
}
