import "server-only";
import type { Staff } from "@/lib/accounts/guards";
import { addMs, dayMs } from "@/lib/core/clock";
import { compareBoards } from "./compare-boards";
import { readDraft } from "./desk-queries";
import type { ComingChange, DeskToday, ListLine } from "./desk-types";
import { aliveAt } from "./edit-board";
import { findConflicts } from "./find-conflicts";
import { listLists } from "./list-store";
import { findPickedArticles } from "./picked-article-store";
import { countOpenReports } from "./report-count-store";
import { isRunning } from "./resolve-picks";
import type { BoardEntry, DeskList, PickedArticle } from "./types";

/** All lists with how they stand: what runs, what waits to be published, what would bite. */
export async function readListLines(staff: Staff, now: Date): Promise<ListLine[]> {
  return (await readDesk(staff, now)).lines;
}

/** The desk's first page: how the lists stand, and what starts and ends by itself within a day. */
export async function readToday(staff: Staff, now: Date): Promise<DeskToday> {
  const [{ lines, coming }, openReports] = await Promise.all([readDesk(staff, now), countOpenReports()]);
  return { lines, coming, openReports };
}

async function readDesk(_staff: Staff, now: Date): Promise<Pick<DeskToday, "lines" | "coming">> {
  const lists = await listLists();
  const drafts = await Promise.all(lists.map(async (list) => ({ list, ...(await readDraft(list, now)) })));
  const articles = await findPickedArticles(drafts.flatMap(({ draft }) => draft.entries.map(({ articleId }) => articleId)));
  const lines = drafts.map(({ list, draft, published }): ListLine => {
    const entries = aliveAt(draft.entries, now);
    const running = entries.filter((entry) => isRunning(entry, now));
    return {
      list,
      version: draft.version,
      last: draft.version === 0 ? null : draft,
      runningCount: running.length,
      upcomingCount: entries.length - running.length,
      changeCount: compareBoards(published, draft.entries, now).length,
      conflictCount: findConflicts({ entries, articles, places: list.places, now }).length,
    };
  });
  const coming = drafts
    .filter(({ list }) => list.isActive)
    .flatMap(({ list, published }) => published.flatMap((entry) => comingOf(list, entry, articles, now)))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  return { lines, coming };
}

function comingOf(list: DeskList, entry: BoardEntry, articles: ReadonlyMap<number, PickedArticle>, now: Date): ComingChange[] {
  const until = addMs(now, dayMs);
  const headline = entry.headline ?? articles.get(entry.articleId)?.headline ?? "An article that is gone";
  const known = { list: list.slug, listName: list.name, key: entry.key, headline };
  const isComing = (at: Date | null): at is Date => at !== null && at > now && at <= until;
  return [
    ...(isComing(entry.startsAt) ? [{ ...known, kind: "starts" as const, at: entry.startsAt }] : []),
    ...(isComing(entry.endsAt) ? [{ ...known, kind: "ends" as const, at: entry.endsAt }] : []),
  ];
}
