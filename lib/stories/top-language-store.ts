import { type Conn, db } from "@/lib/platform/db";

/** More than this are no choice but a search. */
const languagesMax = 40;

/** The languages that have a list of top stories, those of most places first, then by name. At most 40. */
export async function listLanguages(conn: Conn = db): Promise<string[]> {
  const rows = await conn.$queryRaw<{ edition: string }[]>`
    SELECT edition FROM top_place WHERE section = 'all' AND edition NOT LIKE '%-%'
    GROUP BY edition ORDER BY count(*) DESC, edition LIMIT ${languagesMax}`;
  return rows.map((row) => row.edition);
}
