import type { Access } from "@/lib/entitlements/types";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import { deleteBodies } from "./body-store";

type Target = { id: number; publisherWall: Access };

/**
 * Withdraws an article from everyone at once: its text, opening, pictures and former versions are deleted, and its
 * address says that it was. What a feed still carries of it never comes back.
 *
 * @returns false when there is no article with this slug
 */
export function withdrawArticle(slug: string, now: Date): Promise<boolean> {
  return change(slug, async ({ id }, tx) => {
    await deleteBodies([id], tx);
    await tx.revision.deleteMany({ where: { articleId: id } });
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

/** Gives an article a policy of its own; null takes it back to its title's. @returns false for no such article */
export function setOwnWall(slug: string, wall: Access | null): Promise<boolean> {
  return change(slug, async ({ id, publisherWall }, tx) => {
    await tx.article.update({ where: { id }, data: { ownWall: wall, access: wall ?? publisherWall }, select: { id: true } });
  });
}

/** One change of one article, with the pages that show it made anew and its story counted again. */
function change(slug: string, apply: (target: Target, tx: Tx) => Promise<void>): Promise<boolean> {
  return inTransaction(async (tx) => {
    const found = await tx.article.findUnique({
      where: { slug },
      select: { id: true, publisher: { select: { wall: true } } },
    });
    if (!found) return false;
    await apply({ id: found.id, publisherWall: found.publisher.wall }, tx);
    await enqueue({ name: "stories.refresh", data: {}, key: "refresh" }, tx);
    await enqueue({ name: "pages.invalidate", data: { articleIds: [found.id], tags: ["front", "top", "picks"] } }, tx);
    return true;
  });
}
