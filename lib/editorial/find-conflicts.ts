import { hasEnded, isMeantFor, resolvePicks } from "./resolve-picks";
import type { BoardEntry, PickedArticle } from "./types";

export type ConflictKind =
  | "two-pins"
  | "gone"
  | "taken-down"
  | "hidden"
  | "embargoed"
  | "title-off"
  | "same-story"
  | "backwards"
  | "beyond-places"
  | "left-out";

/** What would go wrong if a board were published as it is, in words, and on which picks. */
export type Conflict = { kind: ConflictKind; keys: string[]; words: string };

type Question = { entries: readonly BoardEntry[]; articles: ReadonlyMap<number, PickedArticle>; places: number; now: Date };

/** Everything that would bite on a board from `now` on, in the order of its picks. */
export function findConflicts({ entries, articles, places, now }: Question): Conflict[] {
  const alive = entries.filter((entry) => !hasEnded(entry, now));
  const single = alive.flatMap((entry) => [...ofArticle(entry, articles.get(entry.articleId)), ...ofPlace(entry, places)]);
  const pairs = alive.flatMap((one, index) => alive.slice(index + 1).flatMap((other) => ofPair(one, other, articles)));
  return [...single, ...pairs, ...leftOut(alive, articles, places, now)];
}

const sayTime = (instant: Date): string => `${instant.toISOString().slice(0, 16).replace("T", " ")} UTC`;

function ofArticle(entry: BoardEntry, article: PickedArticle | undefined): Conflict[] {
  const conflict = (kind: ConflictKind, words: string): Conflict[] => [{ kind, keys: [entry.key], words }];
  if (!article) return conflict("gone", "The article is not in the store any more.");
  const name = `“${article.headline}”`;
  if (article.takenDownAt) return conflict("taken-down", `${name} was taken down on ${sayTime(article.takenDownAt)}: nobody would see it.`);
  if (article.hiddenAt) return conflict("hidden", `${name} is hidden by the desk: nobody would see it.`);
  if (!article.isTitleActive) return conflict("title-off", `${article.publisherName} is paused or retired: ${name} would not be shown.`);
  if (article.embargoUntil && article.embargoUntil > entry.startsAt)
    return conflict("embargoed", `${name} is under embargo until ${sayTime(article.embargoUntil)}, after the pick starts.`);
  return [];
}

function ofPlace(entry: BoardEntry, places: number): Conflict[] {
  const found: Conflict[] = [];
  if (entry.endsAt && entry.endsAt <= entry.startsAt)
    found.push({ kind: "backwards", keys: [entry.key], words: "The pick ends before it starts." });
  if (entry.slot < 1 || entry.slot > places)
    found.push({
      kind: "beyond-places",
      keys: [entry.key],
      words: `The list has ${places} places, and the pick wants place ${entry.slot}.`,
    });
  return found;
}

const endOf = ({ endsAt }: BoardEntry): number => endsAt?.getTime() ?? Number.POSITIVE_INFINITY;
const overlap = (a: BoardEntry, b: BoardEntry): boolean => a.startsAt.getTime() < endOf(b) && b.startsAt.getTime() < endOf(a);
const meet = (a: BoardEntry, b: BoardEntry): boolean => isMeantFor(a.edition, b.edition) || isMeantFor(b.edition, a.edition);

function ofPair(a: BoardEntry, b: BoardEntry, articles: ReadonlyMap<number, PickedArticle>): Conflict[] {
  if (!overlap(a, b) || !meet(a, b)) return [];
  const found: Conflict[] = [];
  const keys = [a.key, b.key];
  const [one, other] = [articles.get(a.articleId), articles.get(b.articleId)];
  if (a.isPinned && b.isPinned && a.slot === b.slot)
    found.push({ kind: "two-pins", keys, words: `Two picks are pinned to place ${a.slot} at the same time: the other one moves on.` });
  if (one && other && (one.id === other.id || (one.storyId !== null && one.storyId === other.storyId)))
    found.push({ kind: "same-story", keys, words: `“${one.headline}” and “${other.headline}” tell the same story at the same time.` });
  return found;
}

/** Picks that find no place, at any instant at which another begins or ends. */
function leftOut(alive: readonly BoardEntry[], articles: ReadonlyMap<number, PickedArticle>, places: number, now: Date): Conflict[] {
  const instants = [now, ...alive.flatMap(({ startsAt, endsAt }) => [startsAt, ...(endsAt ? [endsAt] : [])])].filter((at) => at >= now);
  const editions = [...new Set(["", ...alive.map(({ edition }) => edition)])];
  const lost = new Map<string, Date>();
  for (const at of instants.toSorted((a, b) => a.getTime() - b.getTime())) {
    for (const edition of editions) {
      const scene = { edition, at, places };
      const standing = new Set(resolvePicks(alive, scene).map(({ entry }) => entry.articleId));
      for (const { entry } of resolvePicks(alive, { ...scene, places: alive.length }))
        if (!standing.has(entry.articleId) && !lost.has(entry.key)) lost.set(entry.key, at);
    }
  }
  return [...lost].map(([key, at]) => {
    const entry = alive.find((each) => each.key === key);
    const headline = (entry && articles.get(entry.articleId)?.headline) ?? "A pick";
    return {
      kind: "left-out",
      keys: [key],
      words: `“${headline}” finds no place from ${sayTime(at)}: more picks run then than there are places.`,
    };
  });
}
