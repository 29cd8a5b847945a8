import { type Conn, db } from "@/lib/platform/db";

/** How many sample feeds have never been read yet, and how many of their articles are in: what a first start waits for. */
export async function countArrived(conn: Conn = db): Promise<{ waitingFeeds: number; articles: number }> {
  const counts = await conn.$queryRaw<{ waitingFeeds: number; articles: number }[]>`
    SELECT (SELECT count(*)::int FROM feed f JOIN publisher p ON p.id = f.publisher_id AND p.is_sample AND p.is_active
        WHERE f.is_active AND f.last_polled_at IS NULL) AS "waitingFeeds",
      (SELECT count(*)::int FROM article a JOIN publisher p ON p.id = a.publisher_id AND p.is_sample AND p.is_active) AS articles`;
  return counts[0] ?? { waitingFeeds: 0, articles: 0 };
}
