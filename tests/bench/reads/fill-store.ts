import type pg from "pg";

/** How much is generated, and when the newest story began. */
export type StoreSize = { articles: number; stories: number; bigStory: number; newestAt?: Date };

/** Titles that tell the stories, numbered from 1. */
export const publishers = 250;

const standingNewestAt = new Date("2026-11-20T00:00:00Z");

/**
 * Fills a migrated database with made-up articles in stories of one to many titles, over ninety days, with what is made
 * ahead of reading: a list for every article, places for six editions. Texts are as long as real ones, words are not.
 */
export async function fillStore(pool: pg.Pool, size: StoreSize): Promise<void> {
  const client = await pool.connect();
  try {
    // Indexes are built at the end and references not checked row by row: it is the reading that is measured.
    await client.query("SET session_replication_role = replica");
    await client.query("SET maintenance_work_mem = '256MB'");
    const indexes = await dropIndexes(client);
    await writeRows(client, size);
    for (const definition of indexes) await client.query(definition);
    await client.query("VACUUM ANALYZE");
  } finally {
    client.release(true);
  }
}

/** Drops every index but the primary keys'. @returns how to make them again */
async function dropIndexes(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `SELECT indexname AS name, indexdef AS definition FROM pg_indexes
     WHERE schemaname = 'public' AND tablename IN ('article', 'story', 'related_list', 'top_place', 'article_picture') AND indexname NOT LIKE '%_pkey'`,
  );
  for (const { name } of rows) await client.query(`DROP INDEX ${client.escapeIdentifier(name)}`);
  return rows.map(({ definition }) => definition);
}

async function writeRows(client: pg.PoolClient, size: StoreSize): Promise<void> {
  await client.query(
    `INSERT INTO publisher (id, slug, name, home_url, country, language, editions, colour, initials, licence, wall, lead_in_words)
     SELECT i, 'title-' || i, 'Title ' || i, 'https://title-' || i || '.example/', (ARRAY['GB','US','IN','DE','FR'])[1 + i % 5], 'en', '{en}', '#1d3b53',
       'T' || i % 10, 'partner', 'metered', CASE WHEN i % 7 = 0 THEN 40 END FROM generate_series(1, $1::int) i`,
    [publishers],
  );
  const newestAt = size.newestAt ?? standingNewestAt;
  await client.query(storyStatement, [size.stories, size.bigStory, publishers, newestAt]);
  await client.query(articleStatement, [size.articles, size.stories, size.bigStory, publishers, newestAt]);
  await client.query(relatedStatement, [size.articles, newestAt]);
  await client.query(placeStatement);
  await client.query(
    "INSERT INTO media (hash, source_url, state, width, height, colour) SELECT md5('m' || i), 'https://title.example/' || i, 'ready', 1200, 800, '#336699' FROM generate_series(1, 100000) i",
  );
  await client.query(
    `INSERT INTO article_picture (article_id, position, media_hash, caption, credit, alt)
     SELECT i, 0, md5('m' || (1 + i % 100000)), 'What is seen', 'Somebody', '' FROM generate_series(1, $1::int) i WHERE i % 5 > 1`,
    [size.articles],
  );
  await client.query(extrasStatement, [size.bigStory]);
}

const sectionOf = (number: string): string =>
  `(ARRAY['world','politics','business','technology','science','health','climate','culture','sport','life','opinion'])[1 + ${number} % 11]`;

/** Stories newest last, over ninety days; each is led by its article with the least number. */
const storyStatement = `
  INSERT INTO story (id, slug, lead_article_id, headline_reason, language, section, article_count, publisher_count, first_at, last_at, score, score_terms, terms, names)
  SELECT i, 'story-' || i, CASE WHEN i = 1 THEN 1 WHEN i = 2 THEN $2::int + $1::int - 1 ELSE $2::int + i - 2 END, 'it says it plainly', 'en', ${sectionOf("i")}, CASE WHEN i = 1 THEN $2::int ELSE 3 END, CASE WHEN i = 1 THEN least($2::int, $3::int) ELSE 3 END,
    at, at + interval '2 hours', date_part('epoch', at) / 28800 + i % 4, '{"titles":1.58,"places":0.4,"growth":0,"origin":0,"length":0.5,"reads":0,"pick":0,"time":60000}',
    ARRAY['w' || i % 50021, 'v' || i % 9973, 'u' || i % 997], ARRAY['n' || i % 50021, '#' || i % 997]
  FROM (SELECT i, $4::timestamptz - (CASE WHEN i = 1 THEN 1 ELSE $1::int - i END) * interval '26 seconds' AS at FROM generate_series(1, $1::int) i) made`;

/** The big story's articles come first, the rest three or four to a story. */
const articleStatement = `
  INSERT INTO article (id, publisher_id, guid, guid_hash, url, url_hash, slug, headline, standfirst, lead_in, byline, section, categories, language, access,
    has_body, word_count, content_hash, terms, term_weights, story_id, story_seq, published_at, first_seen_at)
  SELECT i, 1 + (i * 7) % $4::int, 'g' || i, md5('g' || i), 'https://title.example/' || i, md5('u' || i), 'article-' || i,
    'Made-up headline number ' || i || ' about the harbour, the bridge and the tide', repeat('What the standfirst says of it. ', 5),
    repeat('The opening goes on for a sentence of some length. ', 5), 'By Somebody', ${sectionOf("story")}, '{}', 'en', CASE WHEN i % 3 = 0 THEN 'open' ELSE 'metered' END::"Wall",
    i <= 2000, 600, md5('c' || i), ARRAY['w' || i % 50021, 'v' || i % 9973, 'u' || i % 997, 't' || i % 101], '{100,90,80,70}', story, i,
    $5::timestamptz - (CASE WHEN story = 1 THEN 1 ELSE $2::int - story END) * interval '26 seconds' + (i % 97) * interval '1 minute', $5::timestamptz
  FROM (SELECT i, CASE WHEN i <= $3::int THEN 1 ELSE 2 + (i - $3::int) % ($2::int - 1) END AS story FROM generate_series(1, $1::int) i) made`;

const relatedStatement = `
  INSERT INTO related_list (article_id, related_ids, reasons, made_at)
  SELECT i, ARRAY(SELECT 1 + (i * 31 + n * 7919) % $1::int FROM generate_series(1, 12) n), '{story,story,story,earlier,later,near,near,near,section,section,section,section}',
    $2::timestamptz FROM generate_series(1, $1::int) i`;

const placeStatement = `
  INSERT INTO top_place (edition, section, place, story_id, score, terms)
  SELECT edition, section, place, 2 + (place * 7907 + ascii(section) * 131) % (SELECT max(id) - 2 FROM story), 100 - place,
    '{"titles":1.58,"places":0.4,"growth":0,"origin":0,"length":0.5,"reads":0,"pick":0,"time":60000}'
  FROM unnest(ARRAY['en','en-GB','en-US','en-IN','en-DE','en-FR']) edition
  CROSS JOIN unnest(ARRAY['all','world','politics','business','technology','science','health','climate','culture','sport','life','opinion']) section
  CROSS JOIN generate_series(1, 40) place`;

/** What each version of the big story adds, and what it is linked with. */
const extrasStatement = `
  WITH novel AS (INSERT INTO article_novelty (article_id, public_sentences, gated_places)
    SELECT i, ARRAY['What the standfirst says of it.'], '{3,7}' FROM generate_series(1, $1::int) i)
  INSERT INTO story_link (from_id, to_id, kind, score)
  SELECT 1, id, (ARRAY['earlier','later','language'])[1 + id % 3], 0.5 FROM story WHERE id BETWEEN 1000 AND 1011`;
