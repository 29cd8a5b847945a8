import type { CardRow } from "@/lib/articles/card-row";
import { listCardsByIds } from "@/lib/articles/card-store";
import { type Conn, db } from "@/lib/platform/db";
import type { PrismaClient } from "@/prisma/generated/client";

/** A pick before anyone is asked about: its card has no `isLocked` yet. */
export type PickRow = { card: CardRow; note: string; editorName: string };

/** A pick to set, by the editor's slot on the list. */
export type PickDraft = { articleId: number; slot: number; note: string; editorName: string };

/** The list that Our Picks shows. */
const ourPicks = "our-picks";
const picksMax = 24;

/** Picks running at `now`, by slot then newest start; at most `take` (24). */
export async function listPicks(options: { list?: string; take: number; now: Date }, conn: Conn = db): Promise<PickRow[]> {
  const picks = await conn.pick.findMany({
    where: {
      listSlug: options.list ?? ourPicks,
      startsAt: { lte: options.now },
      OR: [{ endsAt: null }, { endsAt: { gt: options.now } }],
      article: { publisher: { isActive: true } },
    },
    orderBy: [{ slot: "asc" }, { startsAt: "desc" }, { id: "desc" }],
    take: Math.min(picksMax, options.take),
    select: { articleId: true, note: true, editorName: true },
  });
  const cards = await listCardsByIds(
    picks.map((pick) => pick.articleId),
    conn,
  );
  const byId = new Map(cards.map((card) => [card.id, card]));
  return picks.flatMap((pick) => {
    const card = byId.get(pick.articleId);
    return card ? [{ card, note: pick.note, editorName: pick.editorName }] : [];
  });
}

/**
 * Sets picks that are not on the list yet; one already there keeps its words and place. A pick that held the
 * same place until now ends.
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
    const fresh = picks.filter((pick) => !knownIds.has(pick.articleId));
    if (fresh.length === 0) return 0;
    await tx.pick.updateMany({
      where: { listSlug: ourPicks, endsAt: null, slot: { in: fresh.map((pick) => pick.slot) } },
      data: { endsAt: now },
    });
    const added = await tx.pick.createMany({
      data: fresh.map((pick) => ({ ...pick, listSlug: ourPicks, startsAt: now })),
      skipDuplicates: true,
    });
    return added.count;
  });
}

/** The newest article of this title whose address begins with `urlStart`; null when it has not come in yet. */
export async function findPickable(publisherSlug: string, urlStart: string, conn: Conn = db): Promise<number | null> {
  const article = await conn.article.findFirst({
    where: { publisher: { slug: publisherSlug }, url: { startsWith: urlStart } },
    orderBy: [{ publishedAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  return article?.id ?? null;
}
