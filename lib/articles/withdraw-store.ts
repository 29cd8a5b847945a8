import type { Access } from "@/lib/entitlements/types";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import { deleteBodies } from "./body-store";
import { decideStored } from "./decide-access";

type Target = { id: number };

/**
 * Withdraws an article from everyone at once: its text, opening, pictures, former versions and what it added to its
 * story are deleted, and its address says that it was. What a feed still carries of it never comes back.
 *
 * @returns false when there is no article with this slug
 */
export function withdrawArticle(slug: string, now: Date): Promise<boolean> {
  return change(slug, async ({ id }, tx) => {
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
export function setEmbargo(slug: string, until: Date | null): Promise<boolean> {
  return change(slug, async ({ id }, tx) => {
    await tx.article.update({ where: { id }, data: { embargoUntil: until }, select: { id: true } });
  });
}

/**
 * Gives an article a policy of its own; null takes it back to its title's. Licence and length count as they do at
 * ingest: what is never charged, or too short for a wall, stays so.
 *
 * @returns false for no such article
 */
export function setOwnWall(slug: string, wall: Access | null): Promise<boolean> {
  return change(slug, async ({ id }, tx) => {
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

/** One change of one article, with the pages that show it made anew and its story counted again. */
function change(slug: string, apply: (target: Target, tx: Tx) => Promise<void>): Promise<boolean> {
  return inTransaction(async (tx) => {
    const found = await tx.article.findUnique({ where: { slug }, select: { id: true } });
    if (!found) return false;
    await apply(found, tx);
    await enqueue({ name: "stories.refresh", data: {}, key: "refresh" }, tx);
    await enqueue({ name: "pages.invalidate", data: { articleIds: [found.id], tags: ["front", "top", "picks"] } }, tx);
    return true;
  });
}
