import { type Sql, toJsonRows } from "@/lib/platform/sql";
import { chooseFullName, chooseKind, type NameCount, opensTopic } from "./choose-topic";
import { makeTopicSlugs } from "./make-topic-slug";
import { mergeTopicInto } from "./merge-store";

/**
 * Opens a topic for each of these names that no topic has and that enough articles of enough titles say.
 *
 * @returns the folded names that lead to a new topic
 */
export async function openTopics(keys: readonly string[], window: { language: string; since: Date }, conn: Sql): Promise<string[]> {
  const { rows } = await conn.query<NameCount>(
    `SELECT m.key, count(*)::int AS "articleCount", count(DISTINCT m.publisher_id)::int AS "publisherCount",
       mode() WITHIN GROUP (ORDER BY m.name) AS name, array_agg(m.kind ORDER BY m.article_id) AS kinds
     FROM topic_mention m WHERE m.language = $1 AND m.key = ANY($2::text[]) AND m.stands_for IS NULL AND m.published_at > $3
       AND NOT EXISTS (SELECT 1 FROM topic_alias ta WHERE ta.language = $1 AND ta.alias = m.key)
     GROUP BY m.key HAVING count(*) >= 3 ORDER BY m.key`,
    [window.language, keys, window.since],
  );
  const opening = rows.filter(opensTopic);
  if (opening.length === 0) return [];
  const slugs = opening.map(({ name, key }) => makeTopicSlugs(name, key, window.language));
  const taken = await findTakenSlugs(slugs.flat(), conn);
  const topics = opening.map(({ key, name, kinds }, index) => {
    const slug = slugs[index]?.find((each) => !taken.has(each)) ?? `${slugs[index]?.[2]}-${key.length}`;
    taken.add(slug);
    return { key, name, kind: chooseKind(kinds), slug };
  });
  await conn.query(
    `WITH r AS (SELECT * FROM json_to_recordset($1::json) AS r(key text, name text, kind text, slug text)),
     made AS (INSERT INTO topic (slug, name, kind, language, last_at) SELECT r.slug, r.name, r.kind, $2, now() FROM r RETURNING id, slug)
     INSERT INTO topic_alias (language, alias, topic_id) SELECT $2, r.key, made.id FROM r JOIN made ON made.slug = r.slug`,
    [toJsonRows(topics), window.language],
  );
  return topics.map(({ key }) => key);
}

async function findTakenSlugs(slugs: readonly string[], conn: Sql): Promise<Set<string>> {
  const { rows } = await conn.query<{ slug: string }>("SELECT slug FROM topic WHERE slug = ANY($1::text[])", [slugs]);
  return new Set(rows.map((row) => row.slug));
}

type ShortForm = { alias: string; topicId: number; otherId: number | null; isDecided: boolean };

/**
 * Learns which of these short names lead to a topic: "lagarde" where the texts that say both agree whose it is. A topic that
 * the short name had opened for itself is merged into the fuller one's; what an editor decided stays.
 *
 * @returns the short names that now lead elsewhere than before
 */
export async function learnShortNames(keys: readonly string[], language: string, conn: Sql): Promise<string[]> {
  const { rows } = await conn.query<{ key: string; standsFor: string; count: number }>(
    `SELECT key, stands_for AS "standsFor", count(*)::int AS count FROM topic_mention
     WHERE language = $1 AND key = ANY($2::text[]) AND stands_for IS NOT NULL GROUP BY key, stands_for ORDER BY key, stands_for`,
    [language, keys],
  );
  const learnt: string[] = [];
  for (const [alias, counts] of Map.groupBy(rows, (row) => row.key)) {
    const full = chooseFullName(counts);
    const form = full === null ? null : await findShortForm(alias, full, language, conn);
    if (!form || form.isDecided || form.otherId === form.topicId) continue;
    if (form.otherId === null) await addAlias(alias, form.topicId, language, conn);
    else await mergeTopicInto(form.otherId, form.topicId, conn);
    learnt.push(alias);
  }
  return learnt;
}

/** Null where the fuller name has no topic. */
async function findShortForm(alias: string, full: string, language: string, conn: Sql): Promise<ShortForm | null> {
  const { rows } = await conn.query<{ alias: string; topicId: number; isDecided: boolean }>(
    `SELECT alias, topic_id AS "topicId", is_decided AS "isDecided" FROM topic_alias WHERE language = $1 AND alias = ANY($2::text[])`,
    [language, [alias, full]],
  );
  const fuller = rows.find((row) => row.alias === full);
  const own = rows.find((row) => row.alias === alias);
  return fuller ? { alias, topicId: fuller.topicId, otherId: own?.topicId ?? null, isDecided: own?.isDecided ?? false } : null;
}

async function addAlias(alias: string, topicId: number, language: string, conn: Sql): Promise<void> {
  await conn.query("INSERT INTO topic_alias (language, alias, topic_id) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [
    language,
    alias,
    topicId,
  ]);
}
