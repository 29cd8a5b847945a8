import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor, AuditFacts } from "@/lib/audit/types";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";

/** What of an article the desk may change, as the audit keeps it. */
const auditedFacts = {
  id: true,
  headline: true,
  section: true,
  sectionBy: true,
  embargoUntil: true,
  takenDownAt: true,
  hiddenAt: true,
  correction: true,
  ownWall: true,
  access: true,
  language: true,
  storyId: true,
} as const;

/** An act on one article. `isEverywhere`: it comes into lists or leaves them, so that every kept page may be wrong now. */
export type ArticleChange = { slug: string; by: AuditActor; act: string; now: Date; reason?: string; isEverywhere?: boolean };

type Target = { id: number; storyId: number | null; language: string; facts: AuditFacts };

/**
 * One change of one article, kept in the audit, with the pages that show it made anew and its story counted again.
 *
 * @returns false when there is no article with this slug
 */
export function changeArticle(
  { slug, by, act, now, reason = "", isEverywhere = false }: ArticleChange,
  apply: (id: number, tx: Tx) => Promise<void>,
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const found = await findTarget(slug, tx);
    if (!found) return false;
    await apply(found.id, tx);
    await enqueue({ name: "stories.refresh", data: {}, key: "refresh" }, tx);
    if (found.storyId !== null) {
      const data = { language: found.language.split("-")[0]?.toLowerCase() ?? "", storyIds: [found.storyId] };
      await enqueue({ name: "stories.announce", data }, tx);
    }
    const tags = isEverywhere ? ["paper"] : ["front", "top", "picks"];
    await enqueue({ name: "pages.invalidate", data: { articleIds: [found.id], tags } }, tx);
    const after = (await findTarget(slug, tx))?.facts ?? null;
    // Last, since whoever records holds up every other act until it commits.
    await recordAct({ actor: by, act, subject: { kind: "article", id: String(found.id) }, before: found.facts, after, reason }, now, tx);
    return true;
  });
}

async function findTarget(slug: string, tx: Tx): Promise<Target | null> {
  const found = await tx.article.findUnique({ where: { slug }, select: auditedFacts });
  if (!found) return null;
  const { id, storyId, language, embargoUntil, takenDownAt, hiddenAt, ...rest } = found;
  const at = (instant: Date | null) => instant?.toISOString() ?? null;
  return {
    id,
    storyId,
    language,
    facts: { slug, ...rest, embargoUntil: at(embargoUntil), takenDownAt: at(takenDownAt), hiddenAt: at(hiddenAt) },
  };
}
