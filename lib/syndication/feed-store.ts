import type { CardRow } from "@/lib/articles/card-row";
import { openingOf } from "@/lib/articles/opening-of";
import { type Conn, db } from "@/lib/platform/db";

type Opening = { id: number; leadIn: string; leadInWords: number | null; hasBody: boolean };

/**
 * What everyone may read of each of these articles, by id: its standfirst, else its public opening. Empty where there is neither.
 */
export async function listExcerpts(cards: readonly CardRow[], conn: Conn = db): Promise<Map<number, string>> {
  const rows = await conn.$queryRaw<Opening[]>`
    SELECT a.id, a.lead_in AS "leadIn", p.lead_in_words AS "leadInWords", a.has_body AS "hasBody"
    FROM article a JOIN publisher p ON p.id = a.publisher_id WHERE a.id = ANY(${cards.map((card) => card.id)}::int[])`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(cards.map((card) => [card.id, excerptOf(card, byId.get(card.id))]));
}

function excerptOf({ standfirst, language, policy }: CardRow, opening: Opening | undefined): string {
  if (standfirst !== "" || !opening || opening.leadIn === "") return standfirst;
  const leadIn = opening.leadIn.split("\n\n");
  const shown = opening.hasBody ? openingOf({ access: policy.access, language, leadIn, leadInWords: opening.leadInWords }) : leadIn;
  return shown.join("\n\n");
}
