import { addMs, dayMs } from "@/lib/core/clock";
import { type Conn, db } from "@/lib/platform/db";
import { type FeedHealth, type FeedRecord, judgeHealth } from "./judge-health";

const feedsMax = 10_000;
const gapDays = 30;
const rateDays = 7;

/**
 * How every active feed is, for the admin. At most 10,000.
 *
 * Order: most failures first, then by publisher and address.
 */
export async function listFeedHealth(now: Date, conn: Conn = db): Promise<FeedHealth[]> {
  const records = await conn.$queryRaw<FeedRecord[]>`
    WITH gap AS (
      SELECT feed_id, count(*)::int AS gaps FROM feed_event
      WHERE kind = 'gap' AND at > ${addMs(now, -gapDays * dayMs)} GROUP BY feed_id),
    rate AS (
      SELECT publisher_id, round(count(*)::numeric / ${rateDays}::int, 1)::float AS rate FROM article
      WHERE published_at > ${addMs(now, -rateDays * dayMs)} AND published_at <= ${now} GROUP BY publisher_id)
    SELECT f.id, f.url, p.slug AS publisher, f.added_by::text AS "addedBy", f.last_polled_at AS "lastPolledAt",
      f.last_success_at AS "lastSuccessAt", f.next_poll_at AS "nextPollAt", f.lease_until AS "leaseUntil",
      f.gone_at AS "goneAt", h.until AS "heldUntil", f.failure_count AS "failureCount", f.last_error_kind AS "lastErrorKind",
      f.last_error AS "lastError", coalesce(gap.gaps, 0) AS gaps, coalesce(rate.rate, 0) AS "articlesADay"
    FROM feed f JOIN publisher p ON p.id = f.publisher_id AND p.is_active
      LEFT JOIN gap ON gap.feed_id = f.id LEFT JOIN rate ON rate.publisher_id = f.publisher_id
      LEFT JOIN host_hold h ON h.host = split_part(f.url, '/', 3)
    WHERE f.is_active ORDER BY f.failure_count DESC, p.slug, f.url, f.id LIMIT ${feedsMax}`;
  return records.map((record) => judgeHealth(record, now));
}
