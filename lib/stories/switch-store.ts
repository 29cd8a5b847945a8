import type { Tx } from "@/lib/platform/db";
import type { EngineVerdict } from "./engine/types";
import { absorbStories, openStories, type PlacedArticle, placeArticles } from "./place-store";
import type { Reconciled } from "./reconcile-stories";
import { recountStories } from "./recount-store";

/** A new partition of some stories' articles, ready to take the old one's place. */
export type Switch = {
  language: string;
  reconciled: Reconciled;
  /** The story of each article before; those without one are missing. */
  before: ReadonlyMap<number, number>;
  /** What was judged anew, in the order in which it was; in as many portions as is convenient. */
  judged: Iterable<readonly PlacedArticle[]> | AsyncIterable<readonly PlacedArticle[]>;
  /** The latest assignment so far. */
  seq: number;
  now: Date;
};

/** Articles that have another story now, stories that lost or won any, and the latest assignment. */
export type Switched = { articleIds: number[]; storyIds: number[]; seq: number };

const recountMax = 1_000;
const movedMax = 1_000;

/** Puts a new partition in the old one's place within the caller's transaction, and counts every story concerned anew. */
export async function switchStories({ language, reconciled, before, judged, seq, now }: Switch, tx: Tx): Promise<Switched> {
  const { rowOf, opened, absorbed } = reconciled;
  const idsOf = Map.groupBy(rowOf.keys(), (id) => rowOf.get(id));
  await openStories(
    opened.map((id) => ({ id, articleIds: idsOf.get(id) ?? [] })),
    language,
    tx,
  );
  let latest = seq;
  const placed = new Set<number>();
  for await (const portion of judged) {
    latest = await placeArticles(portion, latest, tx);
    for (const { id } of portion) placed.add(id);
  }
  const changed = [...rowOf].filter(([id, storyId]) => before.get(id) !== storyId);
  const moved = changed.filter(([id]) => !placed.has(id)).map(([id, storyId]): PlacedArticle => ({ id, storyId, verdict: null }));
  for (const portion of portions(moved, movedMax)) latest = await placeArticles(portion, latest, tx);
  await absorbStories(absorbed, now, tx);
  const storyIds = [...new Set(changed.flatMap(([id, storyId]) => [storyId, before.get(id) ?? storyId]))];
  for (const portion of portions(storyIds, recountMax)) await recountStories(portion, tx);
  return { articleIds: changed.map(([id]) => id), storyIds, seq: latest };
}

/** An article as its verdict places it; none where the partition has left it out. */
export function toPlaced(verdict: EngineVerdict, rowOf: ReadonlyMap<number, number>): PlacedArticle[] {
  const { id, isNew, score, copyOfId, terms, weights, signature } = verdict;
  const storyId = rowOf.get(id);
  return storyId === undefined ? [] : [{ id, storyId, verdict: { score: isNew ? null : score, copyOfId, terms, weights, signature } }];
}

function portions<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) => all.slice(index * size, (index + 1) * size));
}
