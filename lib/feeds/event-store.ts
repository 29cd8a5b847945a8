import { type Sql, toJsonRows } from "@/lib/platform/sql";
import type { FeedEventDraft } from "./poll-verdict";

/** Writes down what happened to feeds, in one statement. */
export async function insertFeedEvents(events: readonly (FeedEventDraft & { feedId: number })[], now: Date, conn: Sql): Promise<void> {
  if (events.length === 0) return;
  await conn.query(
    `INSERT INTO feed_event (feed_id, kind, words, at)
     SELECT "feedId", kind, words, $2 FROM json_to_recordset($1::json) AS r("feedId" int, kind text, words text)`,
    [toJsonRows(events), now],
  );
}
