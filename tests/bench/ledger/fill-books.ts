import type pg from "pg";
import { accountKey } from "@/lib/accounts/account-key";

/** How much a bench's house has. */
export type House = { secret: string; members: number; readsEach: number; titles: number; articles: number };

const currencies = ["EUR", "USD", "JPY", "KWD"];

/**
 * Fills a database with titles, articles and members who pay by the month: each has paid once in September and once in
 * October, on a day of their own, and in October read so many different articles. The titles differ much in how much
 * they print and so in how much they are read.
 */
export async function fillBooks(pool: pg.Pool, house: House): Promise<void> {
  await pool.query(
    `INSERT INTO publisher (slug, name, home_url, country, language, editions, colour, initials, licence, wall)
     SELECT 'title-' || n, 'Title ' || n, 'https://title.example/', 'GB', 'en', '{}', '#000', 'T', 'partner', 'paid' FROM generate_series(1, $1::int) n`,
    [house.titles],
  );
  await pool.query(
    `INSERT INTO article (publisher_id, guid, guid_hash, url, url_hash, slug, headline, section, language, access, word_count, content_hash,
       categories, terms, term_weights, published_at, first_seen_at)
     SELECT 1 + floor($2::int * (n::float8 / $1) ^ 2)::int % $2::int, n::text, lpad(n::text, 32, '0'), 'https://title.example/' || n, lpad(n::text, 32, '0'),
       'article-' || n, 'Headline ' || n, 'world', 'en', 'paid', 200 + n % 1500, lpad(n::text, 32, '0'), '{}', '{}', '{}',
       '2026-10-01T00:00:00Z'::timestamptz + n % 31 * interval '1 day', '2026-10-01T00:00:00Z'
     FROM generate_series(1, $1::int) n`,
    [house.articles, house.titles],
  );
  await fillMembers(pool, house);
  await fillReads(pool, house);
  await pool.query("VACUUM ANALYZE");
}

async function fillMembers(pool: pg.Pool, house: House): Promise<void> {
  const ids = Array.from({ length: house.members }, (_, index) => `member-${String(index).padStart(7, "0")}`);
  const keys = ids.map((id) => accountKey(house.secret, id));
  await pool.query(
    `INSERT INTO "user" (id, name, email, updated_at) SELECT id, 'M', id || '@example.com', now() FROM unnest($1::text[]) id`,
    [ids],
  );
  await pool.query(
    `INSERT INTO invoice (account_key, provider, provider_invoice_id, number, status, amount_minor, currency, period_start, period_end, issued_at, paid_at)
     SELECT m.key, 'sandbox', m.place || '-' || p.start, m.place || '-' || p.start, 'paid', CASE WHEN m.place % 10 = 0 THEN 2999 ELSE 999 END,
       ($2::text[])[1 + m.place % 4], p.start, p.start + interval '1 month', p.start, p.start
     FROM unnest($1::text[]) WITH ORDINALITY AS m(key, place)
     CROSS JOIN LATERAL (VALUES ('2026-09-01'::timestamptz + m.place % 28 * interval '1 day'), ('2026-10-01'::timestamptz + m.place % 28 * interval '1 day')) AS p(start)`,
    [keys, currencies],
  );
}

/** A step that has no factor in common with the number of articles comes by each once, so nobody reads anything twice. */
async function fillReads(pool: pg.Pool, house: House): Promise<void> {
  await pool.query(
    `INSERT INTO article_read (user_id, article_id, revision_count, opened_at, last_at, read_at, active_sec, depth, read_by)
     SELECT 'member-' || lpad(m::text, 7, '0'), 1 + (m * 7919 + n * (1 + 10 * (m % 97))) % $3, 1, at, at, CASE WHEN n % 3 = 0 THEN at END,
       (m * 31 + n * 17) % 240, (m * 13 + n * 29) % 101, 'reading'
     FROM generate_series(0, $1::int - 1) m CROSS JOIN generate_series(1, $2::int) n
     CROSS JOIN LATERAL (SELECT '2026-10-01T00:00:00Z'::timestamptz + (m + n * 7) % 31 * interval '1 day' AS at) opened`,
    [house.members, house.readsEach, house.articles],
  );
  await pool.query(
    `INSERT INTO gift_link (token_hash, article_id, giver_id, created_at, expires_at, opens)
     SELECT lpad(m::text, 64, '0'), 1 + m % $2, 'member-' || lpad(m::text, 7, '0'), '2026-10-03', '2026-10-17', m % 7
     FROM generate_series(0, $1::int - 1, 2) m`,
    [house.members, house.articles],
  );
}
