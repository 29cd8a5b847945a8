import { expect, it } from "vitest";
import type { EngineVerdict } from "@/lib/stories/engine/types";
import { listTouchedKeys, placeVerdicts } from "@/lib/stories/place-verdicts";

const verdict = (id: number, storyKey: number, changes: Partial<EngineVerdict> = {}): EngineVerdict => ({
  id,
  storyKey,
  score: 0.5,
  isNew: false,
  copyOfId: null,
  reasons: null,
  terms: [],
  weights: [],
  signature: null,
  mergedKeys: [],
  splits: [],
  ...changes,
});
const before = [
  { id: 1, key: 10 },
  { id: 2, key: 10 },
  { id: 3, key: 20 },
];
const sorted = (keys: ReadonlyMap<number, number>) => [...keys].sort(([a], [b]) => a - b);

it("carries merges and splits out in their order, whoever's verdict they came with", () => {
  const verdicts = [
    verdict(4, 20, { mergedKeys: [{ from: 20, into: 10 }] }),
    verdict(5, 10, { splits: [{ from: 10, into: 30, ids: [3, 4] }] }),
  ];
  expect(sorted(placeVerdicts(before, verdicts))).toEqual([
    [1, 10],
    [2, 10],
    [3, 30],
    [4, 30],
    [5, 10],
  ]);
  expect([...listTouchedKeys(verdicts)].sort()).toEqual([10, 20, 30]);
});

it("takes who is judged again out of the old story before the first verdict", () => {
  const verdicts = [verdict(4, 20, { mergedKeys: [{ from: 10, into: 20 }] }), verdict(1, 40)];
  expect(sorted(placeVerdicts(before, verdicts))).toEqual([
    [1, 40],
    [2, 20],
    [3, 20],
    [4, 20],
  ]);
});
