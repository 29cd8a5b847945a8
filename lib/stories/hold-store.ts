import { primaryLanguage } from "@/lib/articles/count-words";
import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor } from "@/lib/audit/types";
import { type Conn, db, inTransaction, type Tx } from "@/lib/platform/db";
import { findLatestSeq } from "./assign-store";
import { lockStories } from "./lock-store";
import { absorbStories, placeArticles } from "./place-store";
import { apartKey } from "./reconcile-stories";
import { recountStories } from "./recount-store";

/** What editors have said of a language's stories: which article belongs where, and which two stories are not one. */
export type EditorsWord = { heldIn: Map<number, number>; apart: { first: number; second: number }[] };

/** Far more than a desk says in years; beyond it the oldest words count no more. */
const wordsMax = 20_000;

/** The words that still matter to articles and stories of a language. */
export async function listEditorsWords(language: string, tx: Tx): Promise<EditorsWord> {
  const held = await tx.$queryRaw<{ articleId: number; storyId: number }[]>`
    SELECT h.article_id AS "articleId", h.story_id AS "storyId" FROM held_article h JOIN story s ON s.id = h.story_id
    WHERE s.language = ${language} ORDER BY h.held_at DESC, h.article_id LIMIT ${wordsMax}`;
  const apart = await tx.$queryRaw<{ first: number; second: number }[]>`
    SELECT p.first_id AS first, p.second_id AS second FROM story_apart p JOIN story s ON s.id = p.first_id
    WHERE s.language = ${language} ORDER BY p.said_at DESC, p.first_id, p.second_id LIMIT ${wordsMax}`;
  return { heldIn: new Map(held.map(({ articleId, storyId }) => [articleId, storyId])), apart };
}

/** The pairs as `reconcileStories` asks for them. */
export const apartKeys = (word: EditorsWord): Set<string> => new Set(word.apart.map(({ first, second }) => apartKey(first, second)));

/** An article and a story by their slugs; the language is the story's. */
type Target = { articleId: number; from: number | null; storyId: number; language: string };

/**
 * Puts an article into a story for good, as an editor says: no later evidence moves it, and the story it leaves is kept
 * apart from that one. A story that loses its last article by it leads on to the other.
 *
 * @returns the stories that changed; null when there is no such article, or story of its language
 */
export function holdArticle(articleSlug: string, storySlug: string, by: AuditActor, now: Date): Promise<number[] | null> {
  return inTransaction(async (tx) => {
    const target = await findTarget(articleSlug, storySlug, tx);
    if (!target) return null;
    const { articleId, from, storyId, language } = target;
    await lockStories(language, tx);
    const word = { storyId, heldAt: now };
    await tx.heldArticle.upsert({ where: { articleId }, create: { articleId, ...word }, update: word, select: { articleId: true } });
    const subject = { kind: "article", id: String(articleId) };
    await recordAct({ actor: by, act: "article.hold", subject, before: { storyId: from }, after: { storyId } }, now, tx);
    if (from === storyId) return [storyId];
    await placeArticles([{ id: articleId, storyId, verdict: null }], await findLatestSeq(tx), tx);
    if (from === null) return recounted([storyId], tx);
    // Who moves an article says that the two are not one; else its like would draw the rest after it.
    if ((await tx.article.count({ where: { storyId: from } })) > 0) await sayApart(from, storyId, now, tx);
    else await absorbStories([{ from, into: storyId }], now, tx);
    return recounted([from, storyId], tx);
  });
}

/**
 * Takes an editor's word on an article back: it waits to be given a story as any other.
 *
 * @returns the story it was held in and its language; null when nobody held it
 */
export function freeArticle(articleSlug: string, by: AuditActor, now: Date): Promise<{ storyId: number; language: string } | null> {
  return inTransaction(async (tx) => {
    const held = await tx.heldArticle.findFirst({
      where: { article: { slug: articleSlug } },
      select: { articleId: true, storyId: true, story: { select: { language: true } } },
    });
    if (!held) return null;
    await lockStories(held.story.language, tx);
    await tx.heldArticle.delete({ where: { articleId: held.articleId }, select: { articleId: true } });
    await tx.article.update({ where: { id: held.articleId }, data: { storyId: null }, select: { id: true } });
    await recountStories([held.storyId], tx);
    const subject = { kind: "article", id: String(held.articleId) };
    await recordAct({ actor: by, act: "article.free", subject, before: { storyId: held.storyId }, after: null }, now, tx);
    return { storyId: held.storyId, language: held.story.language };
  });
}

/**
 * Keeps two stories apart for good, as an editor says.
 *
 * @returns both; null when there are no two such stories of one language
 */
export function keepStoriesApart(oneSlug: string, otherSlug: string, by: AuditActor, now: Date): Promise<number[] | null> {
  return inTransaction(async (tx) => {
    const stories = await tx.story.findMany({
      where: { slug: { in: [oneSlug, otherSlug] }, mergedIntoId: null },
      select: { id: true, language: true },
      orderBy: { id: "asc" },
      take: 2,
    });
    const [first, second] = stories;
    if (!first || !second || first.language !== second.language) return null;
    await lockStories(first.language, tx);
    await sayApart(first.id, second.id, now, tx);
    const subject = { kind: "story", id: String(first.id) };
    await recordAct({ actor: by, act: "story.apart", subject, before: null, after: { from: second.id } }, now, tx);
    return [first.id, second.id];
  });
}

async function sayApart(one: number, other: number, now: Date, tx: Tx): Promise<void> {
  const pair = { firstId: Math.min(one, other), secondId: Math.max(one, other) };
  await tx.storyApart.upsert({
    where: { firstId_secondId: pair },
    create: { ...pair, saidAt: now },
    update: { saidAt: now },
    select: { firstId: true },
  });
}

async function findTarget(articleSlug: string, storySlug: string, tx: Tx): Promise<Target | null> {
  const article = await tx.article.findUnique({ where: { slug: articleSlug }, select: { id: true, storyId: true, language: true } });
  const story = await tx.story.findFirst({ where: { slug: storySlug, mergedIntoId: null }, select: { id: true, language: true } });
  // A language's stories are written under its own lock, by its own engine.
  if (!article || !story || primaryLanguage(article.language) !== story.language) return null;
  return { articleId: article.id, from: article.storyId, storyId: story.id, language: story.language };
}

async function recounted(storyIds: number[], tx: Tx): Promise<number[]> {
  await recountStories(storyIds, tx);
  return storyIds;
}

/** @throws Error when there is no such story */
export async function findStoryLanguage(storyId: number, conn: Conn = db): Promise<string> {
  const { language } = await conn.story.findUniqueOrThrow({ where: { id: storyId }, select: { language: true } });
  return language;
}
