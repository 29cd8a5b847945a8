import { primaryLanguage } from "@/lib/articles/count-words";
import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor } from "@/lib/audit/types";
import { addMs, dayMs } from "@/lib/core/clock";
import { type Conn, db, inTransaction, type Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import type { DeskTopic } from "./desk-types";
import { decidedWeight } from "./edit-store";
import { foldName } from "./fold-name";
import type { TopicKind } from "./types";

const countedDays = 14;
const topicsMax = 40;

/** What an article is about, and what an editor said it is not. Order: weight desc, id; at most 40. */
export async function listDeskTopics(articleId: number, conn: Conn = db): Promise<DeskTopic[]> {
  const rows = await conn.articleTopic.findMany({
    where: { articleId, topic: { mergedIntoId: null } },
    orderBy: [{ weight: "desc" }, { topicId: "asc" }],
    take: topicsMax,
    select: { weight: true, isDecided: true, topic: { select: { slug: true, name: true, kind: true, language: true } } },
  });
  return rows.map(({ weight, isDecided, topic }) => ({ ...topic, kind: topic.kind as TopicKind, isDecided, isAbout: weight > 0 }));
}

/**
 * An editor's word that an article is about a topic or not, which no job changes; kept in the audit, with its pages made anew.
 *
 * @param named the topic's name, or the last part of its address
 * @returns the topic's name; `no-article` or `no-topic` where there is none of the article's language
 */
export function decideTopic(
  { slug, named, isAbout }: { slug: string; named: string; isAbout: boolean },
  by: AuditActor,
  now: Date,
): Promise<{ kind: "done"; name: string } | { kind: "no-article" | "no-topic" }> {
  return inTransaction(async (tx) => {
    const article = await tx.article.findUnique({ where: { slug }, select: { id: true, language: true } });
    if (!article) return { kind: "no-article" } as const;
    const topic = await findNamed(named, primaryLanguage(article.language), tx);
    if (!topic) return { kind: "no-topic" } as const;
    await tx.$executeRaw`
      INSERT INTO article_topic (article_id, topic_id, weight, published_at, is_decided)
      SELECT id, ${topic.id}, ${isAbout ? decidedWeight : 0}, published_at, true FROM article WHERE id = ${article.id}
      ON CONFLICT (article_id, topic_id) DO UPDATE SET weight = excluded.weight, is_decided = true`;
    await recountTopic(topic.id, addMs(now, -countedDays * dayMs), tx);
    await enqueue({ name: "pages.invalidate", data: { articleIds: [article.id], tags: [`topic:${topic.slug}`] } }, tx);
    const act = isAbout ? "article.topic-add" : "article.topic-remove";
    const subject = { kind: "article", id: String(article.id) };
    await recordAct({ actor: by, act, subject, before: null, after: { topic: topic.slug, isAbout } }, now, tx);
    return { kind: "done", name: topic.name } as const;
  });
}

const topicColumns = { id: true, slug: true, name: true, language: true, mergedIntoId: true } as const;

async function findNamed(named: string, language: string, tx: Tx) {
  const bySlug = await tx.topic.findUnique({ where: { slug: lastPartOf(named) }, select: topicColumns });
  if (bySlug && bySlug.mergedIntoId === null) return bySlug;
  if (bySlug?.mergedIntoId) return tx.topic.findUnique({ where: { id: bySlug.mergedIntoId }, select: topicColumns });
  const alias = foldName(named, language);
  const known = await tx.topicAlias.findUnique({
    where: { language_alias: { language, alias } },
    select: { topic: { select: topicColumns } },
  });
  return known?.topic ?? null;
}

const lastPartOf = (named: string): string => named.split(/[?#]/)[0]?.split("/").filter(Boolean).at(-1) ?? named;

/** As the refresh counts all of them: what stands in no list does not count. */
async function recountTopic(topicId: number, since: Date, tx: Tx): Promise<void> {
  await tx.$executeRaw`
    UPDATE topic SET article_count = (SELECT count(*)::int FROM article_topic at JOIN article a ON a.id = at.article_id
      WHERE at.topic_id = topic.id AND at.weight > 0 AND at.published_at > ${since} AND a.taken_down_at IS NULL AND a.hidden_at IS NULL)
    WHERE id = ${topicId}`;
}
