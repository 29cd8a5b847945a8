import type { Access } from "@/lib/entitlements/types";
import type { Tx } from "@/lib/platform/db";
import { deleteBodies } from "./body-store";
import { decideStored, type Licence } from "./decide-access";

type Governed = { id: number; licence: Licence; wall: Access; access: Access; wordCount: number; leadIn: string; language: string };

const batchMax = 1_000;

/**
 * Brings stored articles into line with what their publishers let us show now, after a title became a partner,
 * ceased to be one, or moved its wall. Text we have no licence for any more is deleted.
 *
 * @param afterId where the last batch ended; 0 to begin
 * @returns the last id looked at, null when there is no more, and the articles that changed
 */
export async function reapplyPolicies(afterId: number, tx: Tx): Promise<{ lastId: number | null; changedIds: number[] }> {
  const articles = await listStale(afterId, tx);
  const decided = articles.map((article) => ({ article, decision: decideStored({ ...article, hasBody: true }) }));
  const withdrawn = decided.filter(({ decision }) => !decision.keepsBody).map(({ article }) => article.id);
  const changed = decided.filter(({ article, decision }) => decision.access !== article.access || !decision.keepsBody);
  await deleteBodies(withdrawn, tx);
  for (const { article, decision } of changed) {
    await tx.article.update({
      where: { id: article.id },
      data: { access: decision.access, hasBody: decision.keepsBody },
      select: { id: true },
    });
  }
  return {
    lastId: articles.length < batchMax ? null : (articles.at(-1)?.id ?? null),
    changedIds: changed.map(({ article }) => article.id),
  };
}

/** Articles with text whose access is not what licence and wall alone would say; some rightly, being short. */
function listStale(afterId: number, tx: Tx): Promise<Governed[]> {
  return tx.$queryRaw<Governed[]>`
    SELECT a.id, p.licence::text AS licence, COALESCE(a.own_wall, p.wall)::text AS wall, a.access::text AS access, a.word_count AS "wordCount",
      a.lead_in AS "leadIn", a.language
    FROM article a JOIN publisher p ON p.id = a.publisher_id
    WHERE a.id > ${afterId} AND a.has_body AND (p.licence = 'headline' OR (p.licence = 'partner' AND a.access <> COALESCE(a.own_wall, p.wall))
      OR (p.licence = 'feed' AND a.access NOT IN ('open', 'registered')))
    ORDER BY a.id LIMIT ${batchMax}`;
}
