import { recordAct } from "@/lib/audit/audit-store";
import type { AuditActor } from "@/lib/audit/types";
import { err, ok, type Result } from "@/lib/core/result";
import { type Conn, db, inTransaction, type Tx } from "@/lib/platform/db";
import { aliveAt, type BoardScene } from "./edit-board";
import { rebaseAct, touchedBy } from "./rebase-act";
import { type Board, type BoardAct, BoardEntries, type BoardEntry, type BoardVersion, type DeskList } from "./types";
import { auditEntries, writeEntry } from "./write-entries";

const versionsMax = 100;
const versionColumns = { version: true, act: true, editorId: true, editorName: true, at: true } as const;

/** A version of a list's board, its draft where none is named; null where there is none. */
export async function findBoard(slug: string, version: number | null, conn: Conn = db): Promise<Board | null> {
  const found = await conn.pickBoard.findFirst({
    where: { listSlug: slug, ...(version !== null && { version }) },
    orderBy: { version: "desc" },
    select: { ...versionColumns, entries: true },
  });
  return found && { ...found, entries: BoardEntries.parse(found.entries) };
}

/** What was done to a board after a version, the newest first; at most `take` (100). */
export const listVersions = (slug: string, afterVersion: number, take: number, conn: Conn = db): Promise<BoardVersion[]> =>
  conn.pickBoard.findMany({
    where: { listSlug: slug, version: { gt: afterVersion } },
    orderBy: { version: "desc" },
    take: Math.min(versionsMax, take),
    select: versionColumns,
  });

/** Published picks of a list that run or will run, from the picks themselves. */
export async function listPublishedPicks(slug: string, now: Date, conn: Conn = db): Promise<(BoardEntry & { id: number })[]> {
  const rows = await conn.pick.findMany({
    where: { listSlug: slug, OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
  });
  return rows.map(({ listSlug: _list, ...row }) => row);
}

/** Why an act on a board was not done. `stale`: what others did since, newest first. */
export type BoardError = { kind: "not-found" } | { kind: "stale"; since: BoardVersion[] } | { kind: "invalid"; words: string };

/** The version that an act made; `isRebased`: others had made some since the editor looked. */
type Made = { version: number; isRebased: boolean };

/** An act as it is to be kept: by whom, on which version, and in words. */
export type BoardOrder = {
  slug: string;
  /** The version that the editor had before them; 0 for a list that was never touched. */
  seen: number;
  act: BoardAct;
  words: string;
  by: AuditActor;
  now: Date;
};

/**
 * Makes the next version of a board by one act. An editor who has not seen the newest version is refused, but where the act
 * touches nothing that others changed.
 *
 * @returns the new version, and what others did meanwhile
 */
export function actOnBoard({ slug, seen, act, words, by, now }: BoardOrder): Promise<Result<Made, BoardError>> {
  return onBoard<Made, BoardError>(slug, now, async ({ list, newest }, tx) => {
    const scene: BoardScene = { places: list.places, now };
    const seenBoard = seen === 0 || seen === newest.version ? newest : await findBoard(slug, seen, tx);
    if (!seenBoard) return err({ kind: "stale", since: await listVersions(slug, 0, 5, tx) });
    const done = rebaseAct({ seen: seenBoard.entries, newest: newest.entries }, act, scene);
    if (!done.ok)
      return done.error.kind === "stale"
        ? err({ kind: "stale", since: await listVersions(slug, seenBoard.version, 5, tx) })
        : err(done.error);
    const version = await keepVersion({ slug, newest, entries: done.value, words, act: `list.${act.kind}`, by, now }, tx);
    if (version === null) return err({ kind: "invalid", words: "That would change nothing." });
    return ok({ version, isRebased: seenBoard.version !== newest.version });
  });
}

/** Makes a former version of a board the newest one again; for undoing, the one before. What has ended stays ended. */
export function restoreBoard(order: Omit<BoardOrder, "act" | "words"> & { version: number }): Promise<Result<Made, BoardError>> {
  const { slug, seen, version, by, now } = order;
  return onBoard<Made, BoardError>(slug, now, async ({ newest }, tx) => {
    if (seen !== newest.version) return err({ kind: "stale", since: await listVersions(slug, seen, 5, tx) });
    const former = await findBoard(slug, version, tx);
    if (!former) return err({ kind: "invalid", words: "There is nothing before this version." });
    const words = version === newest.version - 1 ? `undid: ${newest.act}` : `went back to version ${version}`;
    const entries = aliveAt(former.entries, now);
    const kept = await keepVersion({ slug, newest, entries, words, act: "list.restore", by, now }, tx);
    if (kept === null) return err({ kind: "invalid", words: "That would change nothing: what differed has ended since." });
    return ok({ version: kept, isRebased: false });
  });
}

export type OpenBoard = { list: DeskList; newest: Board };

/**
 * Works on a list's newest board while no other act does. A list that has none begins with what is published.
 *
 * @returns `not-found` for no such list
 */
export function onBoard<Value, Fault>(
  slug: string,
  now: Date,
  work: (open: OpenBoard, tx: Tx) => Promise<Result<Value, Fault>>,
): Promise<Result<Value, Fault | { kind: "not-found" }>> {
  return inTransaction((tx) => openBoard(slug, now, tx, work));
}

/** As `onBoard`, in a transaction that is open already. */
export async function openBoard<Value, Fault>(
  slug: string,
  now: Date,
  tx: Tx,
  work: (open: OpenBoard, tx: Tx) => Promise<Result<Value, Fault>>,
): Promise<Result<Value, Fault | { kind: "not-found" }>> {
  // Editors of one list take turns; the key of the versions would refuse a second writer, and this makes them wait instead.
  const [list] = await tx.$queryRaw<DeskList[]>`
    SELECT slug, name, description, places, editions, front_place AS "frontPlace", is_active AS "isActive", published_version AS "publishedVersion"
    FROM pick_list WHERE slug = ${slug} FOR UPDATE`;
  if (!list) return err({ kind: "not-found" });
  const newest = (await findBoard(slug, null, tx)) ?? (await beginBoard(slug, now, tx));
  return work({ list: { ...list, publishedVersion: Math.max(list.publishedVersion, 1) }, newest }, tx);
}

/** The first version of a board says what is published already. */
async function beginBoard(slug: string, now: Date, tx: Tx): Promise<Board> {
  const published = await listPublishedPicks(slug, now, tx);
  const entries = published.map(({ id: _id, ...entry }) => entry);
  const first = { version: 1, act: "began", editorId: null, editorName: "The paper", at: now };
  await tx.pickBoard.create({ data: { listSlug: slug, ...first, entries: entries.map(writeEntry) }, select: { version: true } });
  await tx.pickList.update({ where: { slug }, data: { publishedVersion: 1 }, select: { slug: true } });
  return { ...first, entries };
}

type Kept = { slug: string; newest: Board; entries: BoardEntry[]; words: string; act: string; by: AuditActor; now: Date };

/** Writes the next version and keeps the act in the log. @returns its number; null where it says what the last one does */
export async function keepVersion({ slug, newest, entries, words, act, by, now }: Kept, tx: Tx): Promise<number | null> {
  const { keys } = touchedBy(aliveAt(newest.entries, now), entries);
  if (keys.size === 0) return null;
  const version = newest.version + 1;
  await tx.pickBoard.create({
    data: { listSlug: slug, version, entries: entries.map(writeEntry), act: words, editorId: by.id, editorName: by.name, at: now },
    select: { version: true },
  });
  const subject = { kind: "list", id: slug };
  const [before, after] = [auditEntries(newest.entries, keys), auditEntries(entries, keys)];
  await recordAct({ actor: by, act, subject, before, after, reason: words }, now, tx);
  return version;
}
