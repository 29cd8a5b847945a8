import pg from "pg";

/** Which feeds to put into a database: numbers `from` to `until`, over the documents that the server makes. */
export type Filling = {
  from: number;
  until: number;
  /** Feeds beyond this many share its documents. */
  documents: number;
  /** ETags by document for feeds that count as read before; null for feeds never read. */
  etags: readonly string[] | null;
};

/** Feeds of one publisher: a title has several. */
const feedsEach = 2;

/** Puts partner titles and their feeds, all due, into a migrated database. */
export async function fillDatabase(url: string, origins: readonly string[], filling: Filling): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const feeds = feedRows(origins, filling);
    await client.query(
      `INSERT INTO publisher (slug, name, home_url, country, language, editions, colour, initials, licence, wall)
       SELECT 'p' || id, 'Publisher ' || id, 'https://p' || id || '.example/', 'GB', 'en-GB', '{en,GB}', '#1d3b53', 'P', 'partner', 'paid'
       FROM unnest($1::int[]) AS id`,
      [[...new Set(feeds.map((feed) => feed.publisher))]],
    );
    await client.query(
      `INSERT INTO feed (publisher_id, url, section, etag, validators_url, last_success_at)
       SELECT p.id, r.url, 'world', r.etag, CASE WHEN r.etag IS NULL THEN NULL ELSE r.url END, CASE WHEN r.etag IS NULL THEN NULL ELSE now() END
       FROM json_to_recordset($1::json) AS r(publisher int, url text, etag text) JOIN publisher p ON p.slug = 'p' || r.publisher`,
      [JSON.stringify(feeds)],
    );
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
}

/** Addresses of the same feeds for the floor. */
export const feedRows = (origins: readonly string[], { from, until, documents, etags }: Filling) =>
  Array.from({ length: until - from }, (_, offset) => {
    const index = from + offset;
    const document = index % documents;
    return {
      publisher: Math.floor(index / feedsEach),
      url: `${origins[index % origins.length]}/${index}/feed/${document}`,
      etag: etags?.[document] ?? null,
    };
  });
