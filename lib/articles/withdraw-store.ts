import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor, AuditFacts } from "@/lib/audit/types";
import type { Access } from "@/lib/entitlements/types";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import { deleteBodies } from "./body-store";
import { decideStored } from "./decide-access";

/** What of an article such an act may change, as the audit keeps it. */
const auditedFacts = { id: true, headline: true, embargoUntil: true, takenDownAt: true, ownWall: true, access: true } as const;

type Target = { id: number; facts: AuditFacts };

/**
 * Withdraws an article from everyone at once: its text, opening, pictures, former versions and what it added to its
 * story are deleted, and its address says that it was. What a feed still carries of it never comes back.
 *
 * @returns false when there is no article with this slug
 */
export function withdrawArticle(slug: string, by: AuditActor, now: Date): Promise<boolean> {
  return change({ slug, by, act: "article.withdraw", now }, async (id, tx) => {
    await deleteBodies([id], tx);
    await tx.revision.deleteMany({ where: { articleId: id } });
    await tx.articleNovelty.deleteMany({ where: { articleId: id } });
    await tx.articlePicture.deleteMany({ where: { articleId: id } });
    await tx.article.update({
      where: { id },
      data: { takenDownAt: now, hasBody: false, leadIn: "", standfirst: "", leadMediaHash: null },
      select: { id: true },
    });
  });
}

/** Hides an article until then from all but staff and its own title; null lifts the embargo. @returns false for no such article */
export function setEmbargo(slug: string, until: Date | null, by: AuditActor, now: Date): Promise<boolean> {
  return change({ slug, by, act: "article.embargo", now }, async (id, tx) => {
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
  return change({ slug, by, act: "article.wall", now }, async (id, tx) => {
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

type Act = { slug: string; by: AuditActor; act: string; now: Date };

/** One change of one article, kept in the audit, with the pages that show it made anew and its story counted again. */
function change({ slug, by, act, now }: Act, apply: (id: number, tx: Tx) => Promise<void>): Promise<boolean> {
  return inTransaction(async (tx) => {
    const found = await findTarget(slug, tx);
    if (!found) return false;
    await apply(found.id, tx);
    await enqueue({ name: "stories.refresh", data: {}, key: "refresh" }, tx);
    await enqueue({ name: "pages.invalidate", data: { articleIds: [found.id], tags: ["front", "top", "picks"] } }, tx);
    const after = (await findTarget(slug, tx))?.facts ?? null;
    // Last, since whoever records holds up every other act until it commits.
    await recordAct({ actor: by, act, subject: { kind: "article", id: String(found.id) }, before: found.facts, after }, now, tx);
    return true;
  });
}

async function findTarget(slug: string, tx: Tx): Promise<Target | null> {
  const found = await tx.article.findUnique({ where: { slug }, select: auditedFacts });
  if (!found) return null;
  const { id, headline, embargoUntil, takenDownAt, ownWall, access } = found;
  const at = (instant: Date | null) => instant?.toISOString() ?? null;
  return { id, facts: { slug, headline, embargoUntil: at(embargoUntil), takenDownAt: at(takenDownAt), ownWall, access } };
}
