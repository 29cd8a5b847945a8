import "server-only";
import type { Staff } from "@/lib/accounts/guards";
import { findBoard, listPublishedPicks, listVersions } from "./board-store";
import { compareBoards } from "./compare-boards";
import type { BoardRow, BoardView } from "./desk-types";
import { aliveAt } from "./edit-board";
import { findConflicts } from "./find-conflicts";
import { findList } from "./list-store";
import { findMeantArticle, findPickedArticles } from "./picked-article-store";
import { isMeantFor, isRunning, resolvePicks } from "./resolve-picks";
import type { Board, BoardEntry, BoardVersion, DeskList, PickedArticle } from "./types";

/** A list with its draft, and what of it is published; a list that nobody has touched yet says what is published. */
export async function readDraft(list: DeskList, now: Date): Promise<{ draft: Board; published: BoardEntry[] }> {
  const draft = await findBoard(list.slug, null);
  const isPublished = draft !== null && draft.version === list.publishedVersion;
  const former = draft && !isPublished ? await findBoard(list.slug, list.publishedVersion) : draft;
  const published = former?.entries ?? (await listPublishedPicks(list.slug, now));
  const untouched = { version: 0, act: "", editorId: null, editorName: "", at: now, entries: published };
  return { draft: draft ?? untouched, published };
}

/** The board of a list as its editors see it; null for no such list. */
export async function readBoardView(_staff: Staff, slug: string, edition: string, now: Date): Promise<BoardView | null> {
  const list = await findList(slug);
  if (!list) return null;
  const { draft, published } = await readDraft(list, now);
  const entries = aliveAt(draft.entries, now);
  const articles = await findPickedArticles([...entries, ...published].map(({ articleId }) => articleId));
  const conflicts = findConflicts({ entries, articles, places: list.places, now });
  const toRow = (entry: BoardEntry): BoardRow => ({
    entry,
    article: articles.get(entry.articleId) ?? null,
    conflicts: conflicts.filter(({ keys }) => keys.includes(entry.key)),
  });
  const placed = new Map(resolvePicks(entries, { edition, at: now, places: list.places }).map(({ slot, entry }) => [slot, entry]));
  const standingKeys = new Set([...placed.values()].map(({ key }) => key));
  const running = entries.filter((entry) => isRunning(entry, now));
  return {
    list,
    version: draft.version,
    last: draft.version === 0 ? null : draft,
    edition,
    editions: [...new Set(["", ...list.editions, ...entries.map((entry) => entry.edition), edition])].toSorted(),
    standing: Array.from({ length: list.places }, (_, index) => {
      const entry = placed.get(index + 1);
      return { slot: index + 1, row: entry ? toRow(entry) : null };
    }),
    waiting: running.filter(({ key }) => !standingKeys.has(key)).map(toRow),
    upcoming: entries
      .filter((entry) => !isRunning(entry, now) && (edition === "" || isMeantFor(entry.edition, edition)))
      .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
      .map(toRow),
    conflicts,
    changes: compareBoards(published, draft.entries, now).map((change) => ({
      ...change,
      headline: headlineOf(articles, change.articleId),
    })),
  };
}

const headlineOf = (articles: ReadonlyMap<number, PickedArticle>, id: number): string =>
  articles.get(id)?.headline ?? "an article that is gone";

/** One pick of a draft, for its form; null for none. */
export async function readPick(
  _staff: Staff,
  slug: string,
  key: string,
  now: Date,
): Promise<{ list: DeskList; version: number; row: BoardRow } | null> {
  const list = await findList(slug);
  if (!list) return null;
  const { draft } = await readDraft(list, now);
  const entries = aliveAt(draft.entries, now);
  const entry = entries.find((each) => each.key === key);
  if (!entry) return null;
  const articles = await findPickedArticles(entries.map(({ articleId }) => articleId));
  const conflicts = findConflicts({ entries, articles, places: list.places, now }).filter(({ keys }) => keys.includes(key));
  return { list, version: draft.version, row: { entry, article: articles.get(entry.articleId) ?? null, conflicts } };
}

/** What a new pick begins with: the article that was meant, and the first place that is free now. */
export async function readNewPick(
  _staff: Staff,
  slug: string,
  said: string,
  now: Date,
): Promise<{ list: DeskList; version: number; article: PickedArticle | null; slot: number; alreadyAt: number | null } | null> {
  const list = await findList(slug);
  if (!list) return null;
  const [{ draft }, id] = await Promise.all([readDraft(list, now), said === "" ? null : findMeantArticle(said)]);
  const article = id === null ? null : ((await findPickedArticles([id])).get(id) ?? null);
  const taken = new Set(resolvePicks(draft.entries, { edition: "", at: now, places: list.places }).map(({ slot }) => slot));
  const free = Array.from({ length: list.places }, (_, index) => index + 1).find((slot) => !taken.has(slot));
  const same = aliveAt(draft.entries, now).find(({ articleId }) => articleId === id);
  return { list, version: draft.version, article, slot: free ?? 1, alreadyAt: same?.slot ?? null };
}

/** The newest versions of a list's board; null for no such list. */
export async function readHistory(_staff: Staff, slug: string): Promise<{ list: DeskList; versions: BoardVersion[] } | null> {
  const list = await findList(slug);
  return list && { list, versions: await listVersions(slug, 0, 100) };
}

/** Where a list's draft stands, and what was done to it after a version that an editor has seen; null for no such list. */
export async function readVersion(
  _staff: Staff,
  slug: string,
  seen: number,
): Promise<{ version: number; publishedVersion: number; since: BoardVersion[] } | null> {
  const list = await findList(slug);
  if (!list) return null;
  const [newest] = await listVersions(slug, 0, 1);
  const since = newest && newest.version > seen ? await listVersions(slug, seen, 5) : [];
  return { version: newest?.version ?? 0, publishedVersion: list.publishedVersion, since };
}
