import type { Result } from "@/lib/core/result";
import { makeFeedLanes } from "./feed-lane-gateway";
import type { ParseOptions } from "./parse-feed";
import type { ParseOrder } from "./parse-thread";
import type { ParsedFeed, ParseError } from "./types";

const parse = makeFeedLanes<ParseOrder, ParsedFeed>(new URL("./parse-thread.ts", import.meta.url));

/**
 * `parseFeed` in a process of its own, which a hostile document may bring down.
 *
 * @returns what `parseFeed` returns; `killed` where time or memory ran out
 */
export const parseFeedKillably = (bytes: Uint8Array, options: ParseOptions): Promise<Result<ParsedFeed, ParseError>> =>
  parse({ bytes, options });
