import { addMs, dayMs } from "@/lib/core/clock";
import { inSqlTransaction, type Sql, sql } from "@/lib/platform/sql";

/** Two countings take turns under it; a number of our own choosing. */
const countingLock = 2_035;
const reachDays = 28;

/**
 * Counts anew what readers did with each article and title in the last days, in UTC. What was counted of these days
 * before is replaced, so that counting twice changes nothing; older days stay as they were counted last.
 *
 * @param days today and so many days less one before it
 * @returns rows of articles by day
 */
export function countTitleDays(days: number, now: Date): Promise<number> {
  const from = startOfDay(addMs(now, -(days - 1) * dayMs));
  return inSqlTransaction(async (conn) => {
    await conn.query("SELECT pg_advisory_xact_lock($1::int, 0)", [countingLock]);
    await gather(from, conn);
    await conn.query("DELETE FROM article_day WHERE day >= $1::date", [from]);
    await conn.query("DELETE FROM title_day WHERE day >= $1::date", [from]);
    const { rowCount } = await conn.query(
      `INSERT INTO article_day (publisher_id, day, article_id, reads, completed, active_sec, saves, gifts, gift_opens)
       SELECT publisher_id, day, article_id, ${sums} FROM happened GROUP BY publisher_id, day, article_id`,
    );
    await conn.query(
      `INSERT INTO title_day (publisher_id, day, readers, reads, completed, active_sec, saves, gifts, gift_opens)
       SELECT publisher_id, day, count(DISTINCT user_id), ${sums} FROM happened GROUP BY publisher_id, day`,
    );
    return rowCount ?? 0;
  });
}

const sums = "sum(reads), sum(completed), LEAST(sum(active_sec), 2147483647), sum(saves), sum(gifts), sum(gift_opens)";

/** Every read is found by when it was touched last, which is never before it was opened. `user_id` is null for what is no read. */
async function gather(from: Date, conn: Sql): Promise<void> {
  await conn.query(`CREATE TEMP TABLE happened (publisher_id int, day date, article_id int, user_id text, reads int, completed int,
    active_sec bigint, saves int, gifts int, gift_opens int) ON COMMIT DROP`);
  await conn.query(
    `INSERT INTO happened
     SELECT a.publisher_id, (x.at AT TIME ZONE 'UTC')::date, x.article_id, x.user_id, x.reads, x.completed, x.active_sec, x.saves, x.gifts, x.gift_opens
     FROM (
       SELECT article_id, opened_at AS at, user_id, 1 AS reads,
         (depth >= 90 OR read_at IS NOT NULL)::int AS completed, active_sec, 0 AS saves, 0 AS gifts, 0 AS gift_opens
       FROM article_read WHERE last_at >= $1 AND opened_at >= $1 AND read_by = 'reading'
       UNION ALL SELECT article_id, saved_at, NULL, 0, 0, 0, 1, 0, 0 FROM saved_article WHERE saved_at >= $1
       UNION ALL SELECT article_id, created_at, NULL, 0, 0, 0, 0, 1, opens FROM gift_link WHERE created_at >= $1
     ) x JOIN article a ON a.id = x.article_id`,
    [from],
  );
}

/**
 * Counts anew how many different readers each title had in the last 28 days, by the country that they named in their
 * settings. @returns rows written
 */
export function countTitleCountries(now: Date): Promise<number> {
  const from = startOfDay(addMs(now, -(reachDays - 1) * dayMs));
  return inSqlTransaction(async (conn) => {
    await conn.query("SELECT pg_advisory_xact_lock($1::int, 0)", [countingLock]);
    await conn.query("DELETE FROM title_country");
    const { rowCount } = await conn.query(
      `INSERT INTO title_country (publisher_id, country, readers)
       SELECT a.publisher_id, COALESCE(s.country, '--'), count(DISTINCT r.user_id)
       FROM article_read r JOIN article a ON a.id = r.article_id LEFT JOIN reader_settings s ON s.user_id = r.user_id
       WHERE r.last_at >= $1 AND r.opened_at >= $1 AND r.read_by = 'reading' GROUP BY a.publisher_id, COALESCE(s.country, '--')`,
      [from],
    );
    return rowCount ?? 0;
  });
}

/** Counts anew how many readers follow each title. @returns titles whose count changed */
export async function countTitleFollowers(conn: Sql = sql): Promise<number> {
  const { rowCount } = await conn.query(
    `UPDATE publisher p SET follower_count = c.followers
     FROM (SELECT t.id, count(f.user_id)::int AS followers FROM publisher t
       LEFT JOIN follow f ON f.kind = 'publisher' AND f.target = t.id::text GROUP BY t.id) c
     WHERE p.id = c.id AND p.follower_count <> c.followers`,
  );
  return rowCount ?? 0;
}

const startOfDay = (at: Date): Date => new Date(`${at.toISOString().slice(0, 10)}T00:00:00Z`);
