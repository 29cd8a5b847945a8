import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor } from "@/lib/audit/types";
import { err, ok, type Result } from "@/lib/core/result";
import { type Conn, db, inTransaction } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";
import type { DeskList } from "./types";

const listsMax = 50;
const columns = {
  slug: true,
  name: true,
  description: true,
  places: true,
  editions: true,
  frontPlace: true,
  isActive: true,
  publishedVersion: true,
} as const;

/** The list with this slug; null for none. */
export const findList = (slug: string, conn: Conn = db): Promise<DeskList | null> =>
  conn.pickList.findUnique({ where: { slug }, select: columns });

/** All lists, those of the front page first, in their order there; at most 50. */
export const listLists = (conn: Conn = db): Promise<DeskList[]> =>
  conn.pickList.findMany({ orderBy: [{ frontPlace: { sort: "asc", nulls: "last" } }, { slug: "asc" }], take: listsMax, select: columns });

type ListWords = Omit<DeskList, "publishedVersion">;

/** Defines a list, or changes what one is. @returns why not, in words */
export function saveList(list: ListWords, isNew: boolean, by: AuditActor, now: Date): Promise<Result<string, string>> {
  return inTransaction(async (tx) => {
    const before = await findList(list.slug, tx);
    if (isNew && before) return err(`There is a list “${list.slug}” already.`);
    if (!isNew && !before) return err("This list is not there any more.");
    if (isNew && (await listLists(tx)).length >= listsMax) return err(`There are ${listsMax} lists already.`);
    await tx.pickList.upsert({ where: { slug: list.slug }, create: list, update: list, select: { slug: true } });
    await enqueue({ name: "pages.invalidate", data: { tags: ["picks", "front"] } }, tx);
    const act = isNew ? "list.define" : "list.change";
    await recordAct(
      { actor: by, act, subject: { kind: "list", id: list.slug }, before: before && { ...before }, after: { ...list } },
      now,
      tx,
    );
    return ok(list.slug);
  });
}
