import type { EngineVerdict } from "./engine/types";

/** An article of a story that the verdicts touch, with the key it had before them. */
export type KeyedArticle = { id: number; key: number };

/** The keys of articles while verdicts fall. */
export type Placements = {
  readonly keyOf: ReadonlyMap<number, number>;
  /** Puts an article that had a story before where it was. */
  place: (id: number, key: number) => void;
  /** Takes out an article that is to be judged again. */
  drop: (id: number) => void;
  /** Places the verdict's own article, then carries out the merges and splits it saw. */
  carryOut: (verdict: EngineVerdict) => void;
};

/** Keeps the key of every article while verdicts fall. */
export function openPlacements(): Placements {
  const keyOf = new Map<number, number>();
  const idsOf = new Map<number, Set<number>>();
  const drop = (id: number) => {
    const key = keyOf.get(id);
    if (key !== undefined) idsOf.get(key)?.delete(id);
    keyOf.delete(id);
  };
  const place = (id: number, key: number) => {
    drop(id);
    keyOf.set(id, key);
    const ids = idsOf.get(key) ?? new Set();
    idsOf.set(key, ids.add(id));
  };
  const carryOut = ({ id, storyKey, mergedKeys, splits }: EngineVerdict) => {
    place(id, storyKey);
    for (const { from, into } of mergedKeys) for (const member of [...(idsOf.get(from) ?? [])]) place(member, into);
    for (const { into, ids } of splits) for (const member of ids.filter((each) => keyOf.has(each))) place(member, into);
  };
  return { keyOf, place, drop, carryOut };
}

/**
 * The key of every article after a run of verdicts.
 *
 * @param before articles that had a story before, with their keys; those judged again may be among them
 */
export function placeVerdicts(before: readonly KeyedArticle[], verdicts: readonly EngineVerdict[]): ReadonlyMap<number, number> {
  const placements = openPlacements();
  for (const { id, key } of before) placements.place(id, key);
  // Those judged again have left their stories before the first verdict fell.
  for (const { id } of verdicts) placements.drop(id);
  for (const verdict of verdicts) placements.carryOut(verdict);
  return placements.keyOf;
}

/** Every key that the verdicts name besides those of new stories: their stories are concerned. */
export function listTouchedKeys(verdicts: readonly EngineVerdict[]): Set<number> {
  const keys = new Set<number>();
  for (const { storyKey, mergedKeys, splits } of verdicts) {
    keys.add(storyKey);
    for (const { from, into } of [...mergedKeys, ...splits]) keys.add(from).add(into);
  }
  return keys;
}
