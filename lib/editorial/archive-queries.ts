import "server-only";
import type { CardRow } from "@/lib/articles/card-row";
import { listCardsByIds } from "@/lib/articles/card-store";
import { withoutMuted } from "@/lib/articles/mute-door-store";
import type { Viewer } from "@/lib/entitlements/types";
import { listShownPicks, type ShownPick } from "./archive-store";
import { findList, listLists } from "./list-store";
import { findPickedArticles } from "./picked-article-store";
import type { ArchivedPick, PickListName } from "./types";

const pageShown = 40;

export type PickArchive = { list: PickListName; others: PickListName[]; picks: ArchivedPick[]; olderCursor: string | null };

/**
 * What a list has shown, newest first, and what other lists there are. What was taken down is named as that and has no words;
 * what is hidden or muted is left out.
 *
 * @returns null for a list that is not in the paper
 */
export async function findPickArchive(slug: string, cursor: string | null, viewer: Viewer, now: Date): Promise<PickArchive | null> {
  const list = await findList(slug);
  if (!list?.isActive) return null;
  const [{ picks, olderCursor }, lists] = await Promise.all([listShownPicks(slug, { take: pageShown, cursor, now }), listLists()]);
  const rows = await listCardsByIds([...new Set(picks.map(({ articleId }) => articleId))]);
  const there = new Set(rows.map(({ id }) => id));
  const gone = await findPickedArticles(picks.flatMap(({ articleId }) => (there.has(articleId) ? [] : [articleId])));
  const notes = Map.groupBy(picks, ({ articleId }) => articleId);
  const wordsWith = (row: CardRow) => (notes.get(row.id) ?? []).flatMap(({ note, headline }) => [note, headline ?? ""]);
  const shown = new Map((await withoutMuted(rows, viewer, now, { wordsWith })).map((row) => [row.id, row]));
  return {
    list,
    others: lists.filter((other) => other.isActive && other.slug !== slug),
    picks: picks.flatMap((pick) => {
      const row = shown.get(pick.articleId);
      if (row) return [toArchived(pick, row)];
      return gone.get(pick.articleId)?.takenDownAt ? [toArchived(pick, null)] : [];
    }),
    olderCursor,
  };
}

function toArchived(pick: ShownPick, row: CardRow | null): ArchivedPick {
  return {
    id: pick.id,
    startsAt: pick.startsAt.toISOString(),
    endsAt: pick.endsAt?.toISOString() ?? null,
    edition: pick.edition,
    editorName: pick.editorName,
    // The desk's words may well repeat what was taken down.
    note: row ? pick.note : "",
    article: row && {
      slug: row.slug,
      headline: pick.headline ?? row.headline,
      language: row.language,
      direction: row.direction,
      publisherName: row.publisher.name,
      publisherSlug: row.publisher.slug,
    },
  };
}
