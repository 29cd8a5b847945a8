import type { AuditActor } from "@/lib/audit/types";
import type { Access } from "@/lib/entitlements/types";
import { enqueue } from "@/lib/platform/queue";
import { decideStored } from "./decide-access";
import { changeArticle } from "./desk-change-store";

/**
 * Withdraws an article from everyone at once: its text, opening, pictures, former versions and what it added to its
 * story are deleted, and its address says that it was. What a feed still carries of it never comes back. The deleting is
 * the database's own, so that it is done whoever withdraws; files follow by a job.
 *
 * @returns false when there is no article with this slug
 */
export function withdrawArticle(slug: string, by: AuditActor, now: Date, reason = ""): Promise<boolean> {
  return changeArticle({ slug, by, act: "article.withdraw", now, reason, isEverywhere: true }, async (id, tx) => {
    await tx.article.update({ where: { id }, data: { takenDownAt: now }, select: { id: true } });
    await enqueue({ name: "articles.purge", data: { articleId: id }, key: String(id) }, tx);
  });
}

/**
 * Gives a withdrawn article back: it stands at its address again, and its words and pictures come with the next answer
 * of its feed that carries them. What was deleted is not kept anywhere.
 *
 * @returns false when there is no article with this slug
 */
export function restoreArticle(slug: string, by: AuditActor, now: Date, reason = ""): Promise<boolean> {
  return changeArticle({ slug, by, act: "article.restore", now, reason, isEverywhere: true }, async (id, tx) => {
    await tx.article.update({ where: { id }, data: { takenDownAt: null }, select: { id: true } });
  });
}

/** Hides an article until then from all but staff and its own title; null lifts the embargo. @returns false for no such article */
export function setEmbargo(slug: string, until: Date | null, by: AuditActor, now: Date): Promise<boolean> {
  return changeArticle({ slug, by, act: "article.embargo", now, isEverywhere: true }, async (id, tx) => {
    await tx.article.update({ where: { id }, data: { embargoUntil: until }, select: { id: true } });
  });
}

/**
 * Gives an article a policy of its own; null takes it back to its title's. Licence and length count as they do at
 * ingest: what is never charged, or too short for a wall, stays so.
 *
 * @returns false for no such article
 */
export function setOwnWall(slug: string, wall: Access | null, by: AuditActor, now: Date): Promise<boolean> {
  return changeArticle({ slug, by, act: "article.wall", now }, async (id, tx) => {
    const { publisher, ...article } = await tx.article.findUniqueOrThrow({ where: { id }, select: governedBy });
    const access = decideStored({ ...article, licence: publisher.licence, wall: wall ?? publisher.wall }).access;
    await tx.article.update({ where: { id }, data: { ownWall: wall, access }, select: { id: true } });
  });
}

const governedBy = {
  hasBody: true,
  wordCount: true,
  leadIn: true,
  language: true,
  publisher: { select: { licence: true, wall: true } },
} as const;
