import { inSqlTransaction, type Sql, sql } from "@/lib/platform/sql";
import { foldName } from "./fold-name";
import { mergeTopicInto } from "./merge-store";
import { lockTopics, recountTopics, tieArticles } from "./tag-store";
import type { TopicKind } from "./types";

type TopicFacts = { id: number; language: string };

/** Gives a topic another name and kind; its address stays, and the new name leads to it as well. @returns false for no such topic */
export function renameTopic(topicId: number, { name, kind }: { name: string; kind: TopicKind }, since: Date): Promise<boolean> {
  return withTopic(topicId, async (topic, conn) => {
    await conn.query("UPDATE topic SET name = $2, kind = $3 WHERE id = $1", [topicId, name, kind]);
    await decideName(topic, name, since, conn);
    return true;
  });
}

/** An editor's word that a name means this topic, in every article that says it. @returns false for no such topic */
export function addTopicName(topicId: number, name: string, since: Date): Promise<boolean> {
  return withTopic(topicId, async (topic, conn) => {
    await decideName(topic, name, since, conn);
    return true;
  });
}

/** An editor's word that two topics are one; the first's address leads to the second. @returns false where either is none, or both are one */
export function mergeTopics(fromId: number, intoId: number, since: Date): Promise<boolean> {
  if (fromId === intoId) return Promise.resolve(false);
  return withTopic(intoId, async (into, conn) => {
    const { rowCount } = await conn.query("UPDATE topic_alias SET is_decided = true WHERE topic_id = $1", [fromId]);
    if (!rowCount) return false;
    await mergeTopicInto(fromId, into.id, conn);
    await recountTopics([into.id], since, conn);
    return true;
  });
}

/** An editor's word that an article is about a topic, or is not; no job changes it. @returns false where there is no such topic or article */
export function decideArticleTopic(articleId: number, topicId: number, isAbout: boolean, since: Date): Promise<boolean> {
  return withTopic(topicId, async (_topic, conn) => {
    const { rowCount } = await conn.query(
      `INSERT INTO article_topic (article_id, topic_id, weight, published_at, is_decided)
       SELECT id, $2, $3, published_at, true FROM article WHERE id = $1
       ON CONFLICT (article_id, topic_id) DO UPDATE SET weight = excluded.weight, is_decided = true`,
      [articleId, topicId, isAbout ? decidedWeight : 0],
    );
    await recountTopics([topicId], since, conn);
    return rowCount === 1;
  });
}

/** More than a name in the headline and the standfirst has: what an editor adds stands first. */
export const decidedWeight = 6;

async function decideName({ id, language }: TopicFacts, name: string, since: Date, conn: Sql): Promise<void> {
  const alias = foldName(name, language);
  const before = await conn.query<{ topicId: number }>(`SELECT topic_id AS "topicId" FROM topic_alias WHERE language = $1 AND alias = $2`, [
    language,
    alias,
  ]);
  await conn.query(
    `INSERT INTO topic_alias (language, alias, topic_id, is_decided) VALUES ($1, $2, $3, true)
     ON CONFLICT (language, alias) DO UPDATE SET topic_id = excluded.topic_id, is_decided = true`,
    [language, alias, id],
  );
  const articleIds = await listSaying(alias, language, conn);
  const touched = await tieArticles({ articleIds, keys: [alias], language }, conn);
  await recountTopics([id, ...before.rows.map(({ topicId }) => topicId), ...touched.map((topic) => topic.id)], since, conn);
}

/** Their ties are made anew, so that they leave the topic that the name led to before. */
async function listSaying(alias: string, language: string, conn: Sql): Promise<number[]> {
  const { rows } = await conn.query<{ id: number }>(
    `SELECT article_id AS id FROM topic_mention WHERE language = $1 AND key = $2 ORDER BY published_at DESC LIMIT 10000`,
    [language, alias],
  );
  return rows.map((row) => row.id);
}

/** Runs `work` on a topic that stands for itself, alone among those who write topics of its language. */
async function withTopic(topicId: number, work: (topic: TopicFacts, conn: Sql) => Promise<boolean>): Promise<boolean> {
  return inSqlTransaction(async (conn) => {
    const { rows } = await conn.query<TopicFacts>("SELECT id, language FROM topic WHERE id = $1 AND merged_into_id IS NULL", [topicId]);
    const topic = rows[0];
    if (!topic) return false;
    await lockTopics(topic.language, conn);
    return work(topic, conn);
  });
}

/** What an editor sees of a topic: every name that leads to it, and whose word each is. Order: alias; at most 200. */
export async function listTopicNames(topicId: number, conn: Sql = sql): Promise<{ alias: string; isDecided: boolean }[]> {
  const { rows } = await conn.query<{ alias: string; isDecided: boolean }>(
    `SELECT alias, is_decided AS "isDecided" FROM topic_alias WHERE topic_id = $1 ORDER BY alias LIMIT 200`,
    [topicId],
  );
  return rows;
}
