import { makeFeedLanes } from "@/lib/feeds/feed-lane-gateway";
import type { DraftOrder, PackedFeed } from "./draft-thread";

/**
 * Reads a polled feed and makes drafts of its entries in a process of its own, which a hostile document may bring down.
 * Both in one: a text is a string there alone, and crosses over as the bytes that are stored.
 *
 * @returns why the document is no feed; `killed` where time or memory ran out
 */
export const draftFeedKillably = makeFeedLanes<DraftOrder, PackedFeed>(new URL("./draft-thread.ts", import.meta.url));
