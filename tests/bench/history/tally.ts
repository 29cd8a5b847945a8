import type pg from "pg";

/** What the database holds after a replay, in articles. */
export type HistoryTally = { articles: number; keys: number; retitled: number; redescribed: number; redated: number; quarantines: number };

/** Counts articles, and those whose headline, standfirst or publication date ever changed, from rows and revisions. */
export async function tallyHistory(client: pg.Client): Promise<HistoryTally> {
  const { rows } = await client.query<HistoryTally>(`
    SELECT count(*)::int AS articles, count(DISTINCT (publisher_id, url_hash))::int AS keys,
      (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM revision r WHERE r.article_id = a.id AND r.headline <> a.headline)))::int AS retitled,
      (count(*) FILTER (WHERE EXISTS (SELECT 1 FROM revision r WHERE r.article_id = a.id AND r.standfirst <> a.standfirst)))::int
        AS redescribed,
      count(redated_at)::int AS redated, (SELECT count(*)::int FROM feed_event WHERE kind = 'quarantined') AS quarantines
    FROM article a`);
  const [tally] = rows;
  if (!tally) throw new Error("the database gave no tally");
  return tally;
}

/** How many articles these keys, each with the feeds that carried it, show in two feeds or more. */
export async function countInSeveralFeeds(client: pg.Client, feedsOfGuid: ReadonlyMap<string, ReadonlySet<string>>): Promise<number> {
  const { rows } = await client.query<{ key: string }>("SELECT guid_hash AS key FROM article");
  return rows.filter(({ key }) => (feedsOfGuid.get(key)?.size ?? 0) > 1).length;
}
