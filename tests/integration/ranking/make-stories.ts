import type { PrismaClient } from "@/prisma/generated/client";

/** Where and when made-up stories are told. */
export type MadeUp = { publishers: number; stories: number; newestAt: Date };

const sections = ["world", "politics", "business", "sport", "culture"];
const countries = ["GB", "US", "IN", "DE"];

/** Stories of two articles each, an hour apart, over all titles and some sections, with authors and topics; every one of them has an own lead. */
export async function makeStories(db: PrismaClient, { publishers, stories, newestAt }: MadeUp): Promise<void> {
  await db.$executeRaw`
    INSERT INTO publisher (id, slug, name, home_url, country, language, editions, colour, initials, licence, wall)
    SELECT i, 'title-' || i, 'Title ' || i, 'https://title-' || i || '.example/', (${countries}::text[])[1 + i % 4], 'en', '{en}', '#1d3b53', 'T', 'partner', 'open'
    FROM generate_series(1, ${publishers}::int) i`;
  await db.$executeRaw`INSERT INTO author (id, slug, name) SELECT i, 'author-' || i, 'Author ' || i FROM generate_series(1, 20) i`;
  await db.$executeRaw`
    INSERT INTO topic (id, slug, name, kind, language, article_count, last_at) SELECT i, 'topic-' || i, 'Topic ' || i, 'term', 'en', 5, ${newestAt}
    FROM generate_series(1, 20) i`;
  await db.$executeRaw`
    INSERT INTO story (id, slug, lead_article_id, language, section, article_count, publisher_count, first_at, last_at, score, score_terms, terms, names)
    SELECT i, 'story-' || i, 2 * i - 1, 'en', (${sections}::text[])[1 + i % 5], 2, 2, at, at, date_part('epoch', at) / 28800 + i % 4,
      json_build_object('titles', (i % 7) * 0.5, 'places', 0.2, 'growth', 0, 'origin', 0, 'length', 0.5, 'reads', 0, 'pick', 0, 'time', date_part('epoch', at) / 28800),
      '{}', '{}'
    FROM (SELECT i, ${newestAt}::timestamptz - (i - 1) * interval '1 hour' AS at FROM generate_series(1, ${stories}::int) i) made`;
  await db.$executeRaw`
    INSERT INTO article (id, publisher_id, guid, guid_hash, url, url_hash, slug, headline, standfirst, lead_in, byline, section, categories, language, access,
      has_body, word_count, content_hash, terms, term_weights, story_id, published_at, first_seen_at)
    SELECT i, 1 + i % ${publishers}::int, 'g' || i, md5('g' || i), 'https://title.example/' || i, md5('u' || i), 'article-' || i, 'Headline ' || i, 'Standfirst', '', 'By Somebody',
      (${sections}::text[])[1 + story % 5], '{}', 'en', 'open'::"Wall", false, 460, md5('c' || i), '{}', '{}', story,
      ${newestAt}::timestamptz - (story - 1) * interval '1 hour', ${newestAt}
    FROM (SELECT i, (i + 1) / 2 AS story FROM generate_series(1, 2 * ${stories}::int) i) made`;
  await db.$executeRaw`
    INSERT INTO article_author (article_id, author_id, position, published_at) SELECT id, 1 + id % 20, 0, published_at FROM article`;
  await db.$executeRaw`
    INSERT INTO article_topic (article_id, topic_id, weight, published_at)
    SELECT a.id, 1 + (a.story_id * 3 + n * 7) % 20, 3.0 / n, a.published_at FROM article a CROSS JOIN generate_series(1, 2) n`;
  await db.$executeRaw`
    INSERT INTO top_place (edition, section, place, story_id, score, terms)
    SELECT 'en', 'all', i, i * 3, 100 - i, '{"titles":1,"places":0,"growth":0,"origin":0,"length":0,"reads":0,"pick":0,"time":1}' FROM generate_series(1, 10) i`;
  await db.$executeRaw`INSERT INTO pick (list, slot, article_id, note, editor_name, starts_at) VALUES ('our-picks', 1, 21, 'Read this', 'The desk', ${newestAt}::timestamptz - interval '1 hour')`;
  await db.$executeRaw`ANALYZE`;
}

/** An account with this id. */
export async function makeReader(db: PrismaClient, userId: string, createdAt: Date): Promise<void> {
  await db.user.create({
    data: { id: userId, name: userId, email: `${userId}@example.com`, emailVerified: true, createdAt, updatedAt: createdAt },
  });
}
