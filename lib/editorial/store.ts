import { randomUUID } from "node:crypto";
import { type Conn, db } from "@/lib/platform/db";
import type { PrismaClient } from "@/prisma/generated/client";
import { keepVersion, openBoard } from "./board-store";
import { aliveAt } from "./edit-board";
import { findList } from "./list-store";
import { writePublished } from "./publish-store";
import type { BoardEntry } from "./types";

/** A pick to set, by its place on the list. */
export type PickDraft = { articleId: number; slot: number; note: string; editorName: string };

/** The list that the demo's newsroom fills. */
const ourPicks = "our-picks";

/**
 * Sets and publishes picks on Our Picks, as far as it has places, that are not on it yet; one that was there at any time keeps its words and place. A
 * pick without an end that held the same place leaves the board.
 *
 * @returns how many are new
 */
export function addPicks(picks: readonly PickDraft[], now: Date, conn: PrismaClient = db): Promise<number> {
  return conn.$transaction(async (tx) => {
    const known = await tx.pick.findMany({
      where: { listSlug: ourPicks, articleId: { in: picks.map((pick) => pick.articleId) } },
      select: { articleId: true },
    });
    const knownIds = new Set(known.map((pick) => pick.articleId));
    const places = (await findList(ourPicks, tx))?.places ?? 0;
    const fresh = picks.filter((pick) => !knownIds.has(pick.articleId) && pick.slot <= places);
    const [first] = fresh;
    if (!first) return 0;
    const by = { id: null, name: first.editorName, role: "house" } as const;
    const done = await openBoard(ourPicks, now, tx, async ({ list, newest }) => {
      const wanted = new Set(fresh.map(({ slot }) => slot));
      const kept = aliveAt(newest.entries, now).filter(({ slot, endsAt }) => endsAt !== null || !wanted.has(slot));
      const entries = [...kept, ...fresh.map((pick) => toEntry(pick, now))];
      const words = `set ${fresh.length} ${fresh.length === 1 ? "pick" : "picks"}`;
      const version = await keepVersion({ slug: ourPicks, newest, entries, words, act: "list.add", by, now }, tx);
      if (version !== null)
        await writePublished(
          { slug: ourPicks, publishedVersion: list.publishedVersion, newest: { ...newest, version, entries }, by, now },
          tx,
        );
      return { ok: true, value: fresh.length } as const;
    });
    return done.ok ? done.value : 0;
  });
}

const toEntry = (pick: PickDraft, now: Date): BoardEntry => ({
  ...pick,
  key: randomUUID(),
  edition: "",
  isPinned: false,
  startsAt: now,
  endsAt: null,
  headline: null,
  standfirst: null,
});

/** The newest article of this title whose address begins with `urlStart`; null when it has not come in yet. */
export async function findPickable(publisherSlug: string, urlStart: string, conn: Conn = db): Promise<number | null> {
  const article = await conn.article.findFirst({
    where: { publisher: { slug: publisherSlug }, url: { startsWith: urlStart } },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return article?.id ?? null;
}
