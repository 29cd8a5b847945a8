import { type Conn, db } from "@/lib/platform/db";
import { listPublishedPicks } from "./board-store";
import { listLists } from "./list-store";
import { BoardEntries, type BoardEntry, type DeskList } from "./types";

/** A list with what is published on it: all picks that had not ended at `now`. */
export type PublishedList = { list: DeskList; entries: BoardEntry[] };

/** What every list that stands in the paper has published. Two queries, whatever the archive holds. */
export async function listPublished(now: Date, conn: Conn = db): Promise<PublishedList[]> {
  const lists = (await listLists(conn)).filter(({ isActive }) => isActive);
  const boards = await conn.pickBoard.findMany({
    where: { OR: lists.map(({ slug, publishedVersion }) => ({ listSlug: slug, version: publishedVersion })) },
    select: { listSlug: true, entries: true },
  });
  const entriesOf = new Map(boards.map(({ listSlug, entries }) => [listSlug, BoardEntries.parse(entries)]));
  return Promise.all(
    lists.map(async (list) => ({ list, entries: entriesOf.get(list.slug) ?? (await listPublishedPicks(list.slug, now, conn)) })),
  );
}
