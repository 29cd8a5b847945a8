import { setImmediate as nextTurn } from "node:timers/promises";
import { readPlainTexts } from "@/lib/articles/body-store";
import type { Conn } from "@/lib/platform/db";
import { toJsonRows } from "@/lib/platform/sql";
import { type FoundNovelty, findNovelty, type ToldText } from "./find-novelty";

/** Of a story told more often only the newest are compared: the cost grows with the square of the tellings. */
const comparedMax = 40;

/**
 * Finds anew what each article of these stories adds to the others. Of the licensed text only places are kept.
 *
 * @returns the articles whose findings changed
 */
export async function refreshNovelty(storyIds: readonly number[], conn: Conn): Promise<number[]> {
  const told = await conn.$queryRaw<(ToldText & { storyId: number; hasBody: boolean })[]>`
    SELECT a.id, a.story_id AS "storyId", a.language, a.standfirst, a.lead_in AS opening, '' AS text, a.has_body AS "hasBody"
    FROM story s CROSS JOIN LATERAL (SELECT x.* FROM article x WHERE x.story_id = s.id AND x.taken_down_at IS NULL AND x.hidden_at IS NULL
      ORDER BY x.published_at DESC, x.id DESC LIMIT ${comparedMax}) a
    WHERE s.id = ANY(${[...storyIds]}::int[]) AND s.article_count > 1 ORDER BY a.id`;
  const found: FoundNovelty[] = [];
  for (const group of Map.groupBy(told, (article) => article.storyId).values()) {
    await nextTurn();
    const texts = await readPlainTexts(
      group.filter(({ hasBody }) => hasBody).map(({ id }) => id),
      conn,
    );
    found.push(...findNovelty(group.map((article) => ({ ...article, text: texts.get(article.id) ?? "" }))));
  }
  return writeNovelty(found, conn);
}

async function writeNovelty(found: readonly FoundNovelty[], conn: Conn): Promise<number[]> {
  const kept = found.filter(({ publicSentences, gatedPlaces }) => publicSentences.length + gatedPlaces.length > 0);
  const nothing = found.filter((each) => !kept.includes(each)).map(({ articleId }) => articleId);
  await conn.$executeRaw`DELETE FROM article_novelty WHERE article_id = ANY(${nothing}::int[])`;
  const rows = await conn.$queryRaw<{ id: number }[]>`
    INSERT INTO article_novelty (article_id, public_sentences, gated_places)
    SELECT r."articleId", ARRAY(SELECT json_array_elements_text(r."publicSentences")), ARRAY(SELECT json_array_elements_text(r."gatedPlaces")::int)
    FROM json_to_recordset(${toJsonRows(kept)}::json) AS r("articleId" int, "publicSentences" json, "gatedPlaces" json)
    ON CONFLICT (article_id) DO UPDATE SET public_sentences = excluded.public_sentences, gated_places = excluded.gated_places
      WHERE (article_novelty.public_sentences, article_novelty.gated_places) IS DISTINCT FROM (excluded.public_sentences, excluded.gated_places)
    RETURNING article_id AS id`;
  return rows.map(({ id }) => id);
}
