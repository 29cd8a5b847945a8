import "server-only";
import { noteHidden } from "@/lib/entitlements/hidden-tally";
import { mayRead } from "@/lib/entitlements/may-read";
import { mutedIds } from "@/lib/entitlements/may-show";
import type { Viewer } from "@/lib/entitlements/types";
import { rememberBy } from "@/lib/platform/remember";
import type { CardRow } from "./card-row";
import { listCardsByIds } from "./card-store";
import { findMutes, hasMutes, type MuteScope, withoutMuted } from "./mute-door-store";
import { showCard } from "./show-card";
import { replaceMuted } from "./stand-in-store";
import type { ArticleCard } from "./types";

// The same for everyone: who may open what is decided below, for each viewer.
const alternateRows = rememberBy({ forMs: 5_000, keysMax: 500 }, async (ids: string) => {
  const rows = await listCardsByIds(ids.split(" ").map(Number));
  return new Map(rows.map((row) => [row.id, row]));
});

/** Cards as one viewer sees them, in the same order, without what that viewer has muted. */
export async function showCards(rows: readonly CardRow[], viewer: Viewer, now: Date, scope: MuteScope = {}): Promise<ArticleCard[]> {
  return (await withoutMuted(rows, viewer, now, scope)).map((row) => showCard(row, viewer, now));
}

/**
 * Cards as one viewer sees them, each story by an article that this viewer may open where there is one: the lead stands
 * unless it is shut and another title's is not, or its teller is muted and another's is not. One more query for a whole
 * list, and only where a lead is shut; one each where something of it is muted.
 *
 * @returns as many as there are rows, in their order; null where what is told is muted, or everyone who tells it
 */
export async function showStoryCards(rows: readonly CardRow[], viewer: Viewer, now: Date): Promise<(ArticleCard | null)[]> {
  const standing = hasMutes(viewer) ? await withStandIns(rows, viewer, now) : rows;
  const muted = mutedIds(viewer, "publisher", now);
  const wanted = standing.map((row) => row && findOpenable(row, muted, viewer, now));
  const ids = [...new Set(wanted.flatMap((id) => id ?? []))].sort((a, b) => a - b).slice(0, 100);
  const others = ids.length === 0 ? new Map<number, CardRow>() : await unmutedAlternates(ids, viewer, now);
  return standing.map((row, index) => {
    if (!row) return null;
    const other = others.get(wanted[index] ?? 0);
    // The story's row may be a moment behind the articles' policies.
    const isBetter = other !== undefined && other.storyId === row.storyId && mayRead(viewer, other.policy, now).granted;
    return showCard(isBetter ? other : row, viewer, now);
  });
}

async function withStandIns(rows: readonly CardRow[], viewer: Viewer, now: Date): Promise<(CardRow | null)[]> {
  const mutes = await findMutes(rows, viewer, now);
  const standing = mutes.some((mute) => mute) ? await replaceMuted(rows, mutes, viewer, now) : [...rows];
  noteHidden(
    viewer,
    "article",
    rows.filter((_row, index) => !standing[index]).map(({ id }) => id),
  );
  return standing;
}

async function unmutedAlternates(ids: readonly number[], viewer: Viewer, now: Date): Promise<ReadonlyMap<number, CardRow>> {
  const found = await alternateRows(ids.join(" "));
  if (!hasMutes(viewer)) return found;
  const rows = [...found.values()];
  const mutes = await findMutes(rows, viewer, now);
  return new Map(rows.flatMap((row, index) => (mutes[index] ? [] : [[row.id, row]])));
}

function findOpenable(row: CardRow, mutedPublishers: ReadonlySet<number>, viewer: Viewer, now: Date): number | null {
  if (row.alternates.length === 0 || mayRead(viewer, row.policy, now).granted) return null;
  const open = row.alternates.find(
    (alternate) =>
      !mutedPublishers.has(alternate.publisherId) && mayRead(viewer, { ...alternate, embargoUntil: null, takenDownAt: null }, now).granted,
  );
  return open?.id ?? null;
}
