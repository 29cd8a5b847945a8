import type pg from "pg";
import { publishers, type StoreSize } from "../reads/fill-store";

/** Readers, and what each has done: everything but the first in a lot that differs from reader to reader. */
export type ReadersSize = { readers: number; follows: number; reads: number };

const topics = 5_000;
const authors = 20_000;
const sections = "ARRAY['world','politics','business','technology','science','health','climate','culture','sport','life','opinion']";
/** A number from 0 up to `$of`, the same for the same reader and count. */
const drawn = (salt: number, of: string): string => `(abs(hashint8(reader::int8 * 1000003 + n * 101 + ${salt})) % ${of})`;

/** The token that a made-up reader's browser holds. */
export const tokenOf = (reader: number): string => `bench-token-${reader}`;

/**
 * Topics and authors of the articles, and readers who follow and read: half of what they follow are titles and authors,
 * half topics and sections; what they read is of the last nine days. All are members, signed in.
 */
export async function fillReaders(pool: pg.Pool, store: StoreSize, size: ReadersSize): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query("SET session_replication_role = replica");
    for (const [text, values] of statements(store, size)) await client.query(text, values);
    await client.query("VACUUM ANALYZE");
  } finally {
    client.release(true);
  }
}

function statements(store: StoreSize, size: ReadersSize): [string, unknown[]][] {
  const { readers, follows, reads } = size;
  // An article of a story, by its number; the newest stories have the highest.
  const recent = Math.min(store.stories - 2, 30_000);
  const articleOf = (story: string, salt: number) => `${store.bigStory} + (${story} - 2) + ${drawn(salt, "3")} * (${store.stories} - 1)`;
  const recentStory = (salt: number) => `(${store.stories} - ${drawn(salt, String(recent))})`;
  return [
    [
      `INSERT INTO topic (id, slug, name, kind, language, article_count, last_at) SELECT i, 'topic-' || i, 'Topic ' || i, 'term', 'en', 5, now() FROM generate_series(1, ${topics}) i`,
      [],
    ],
    [`INSERT INTO author (id, slug, name) SELECT i, 'author-' || i, 'Author ' || i FROM generate_series(1, ${authors}) i`, []],
    [
      `INSERT INTO article_topic (article_id, topic_id, weight, published_at)
       SELECT id, 1 + (id::int8 * 7 + n * 2503) % ${topics}, 3.0 / n, published_at FROM article CROSS JOIN generate_series(1, 2) n`,
      [],
    ],
    [
      `INSERT INTO article_author (article_id, author_id, position, published_at) SELECT id, 1 + (id::int8 * 13) % ${authors}, 0, published_at FROM article`,
      [],
    ],
    [
      `INSERT INTO pick (list, slot, article_id, note, editor_name, starts_at) SELECT 'our-picks', i, ${store.bigStory} + ${store.stories} - 2 - i * 11, 'Read this', 'The desk', now() - interval '1 hour' FROM generate_series(1, 8) i`,
      [],
    ],
    [
      `INSERT INTO "user" (id, name, email, email_verified, created_at, updated_at, paid_until)
       SELECT 'reader-' || i, 'Reader ' || i, 'reader-' || i || '@example.com', true, now(), now(), now() + interval '1 year' FROM generate_series(1, $1::int) i`,
      [readers],
    ],
    [
      `INSERT INTO session (id, user_id, token, method, expires_at, created_at, updated_at)
       SELECT 'session-' || i, 'reader-' || i, encode(sha256(convert_to('bench-token-' || i, 'UTF8')), 'hex'), 'password', now() + interval '20 days', now(), now()
       FROM generate_series(1, $1::int) i`,
      [readers],
    ],
    [
      `INSERT INTO reader_settings (user_id, block_order, languages, country, onboarded_at, changed_at, learned_until)
       SELECT 'reader-' || i, '{}', '{en}', (ARRAY['GB','US','IN'])[1 + i % 3], now(), now() - interval '1 day', now() FROM generate_series(1, $1::int) i`,
      [readers],
    ],
    [
      `INSERT INTO follow (user_id, kind, target, followed_at)
       SELECT 'reader-' || reader, kind, CASE kind WHEN 'section' THEN (${sections})[1 + ${drawn(1, "11")}]
         WHEN 'publisher' THEN (1 + ${drawn(2, String(publishers))})::text WHEN 'topic' THEN (1 + ${drawn(3, String(topics))})::text
         ELSE (1 + ${drawn(4, String(authors))})::text END, now() - n * interval '1 hour'
       FROM (SELECT reader, n, CASE WHEN n % 10 = 0 THEN 'section' WHEN n % 10 < 5 THEN 'publisher' WHEN n % 10 < 8 THEN 'topic' ELSE 'author' END AS kind
         FROM generate_series(1, $1::int) reader CROSS JOIN generate_series(1, $2::int) n) wanted ON CONFLICT DO NOTHING`,
      [readers, follows],
    ],
    [
      `INSERT INTO article_read (user_id, article_id, revision_count, read_at, opened_at, last_at, active_sec, depth)
       SELECT 'reader-' || reader, ${articleOf(recentStory(5), 6)}, 0, CASE WHEN n % 4 > 0 THEN at END, at, at, 90, 95
       FROM (SELECT reader, n, now() - n * interval '1 hour' AS at FROM generate_series(1, $1::int) reader CROSS JOIN generate_series(1, $2::int) n) wanted ON CONFLICT DO NOTHING`,
      [readers, reads],
    ],
    [
      `INSERT INTO reader_weight (user_id, kind, target, learned, learned_at)
       SELECT 'reader-' || reader, kind, CASE kind WHEN 'section' THEN (${sections})[1 + ${drawn(1, "11")}]
         WHEN 'publisher' THEN (1 + ${drawn(2, String(publishers))})::text WHEN 'topic' THEN (1 + ${drawn(3, String(topics))})::text
         ELSE (ARRAY['GB','US','IN','DE','FR'])[1 + ${drawn(7, "5")}] END, 0.02 + ${drawn(8, "40")} / 100.0, now() - interval '1 day'
       FROM (SELECT reader, n, (ARRAY['publisher','topic','topic','section','place'])[1 + n % 5] AS kind
         FROM generate_series(1, $1::int) reader CROSS JOIN generate_series(1, 60) n) wanted ON CONFLICT DO NOTHING`,
      [readers],
    ],
    [
      `INSERT INTO impression (user_id, story_id, shown, last_at)
       SELECT 'reader-' || reader, ${recentStory(9)}, 1 + n % 5, now() - n * interval '1 hour'
       FROM generate_series(1, $1::int) reader CROSS JOIN generate_series(1, 50) n ON CONFLICT DO NOTHING`,
      [readers],
    ],
  ];
}
