import { expect, it } from "vitest";
import { loadOwn } from "@/tests/bench/cluster/load-sets";
import { runEngine } from "@/tests/bench/cluster/run-engine";
import { scorePartition } from "@/tests/bench/cluster/score-partition";
import { readOwnStories } from "@/tests/fixtures/stories/own-stories";

const articles = loadOwn();
const { stories, copyOf } = runEngine(articles);

it("never puts two invented events into one story, however alike", () => {
  for (const group of Map.groupBy(articles.keys(), (index) => stories[index]).values()) {
    expect(new Set(group.map((index) => articles[index]?.story)).size).toBe(1);
  }
});

it("finds most tellings of each", () => {
  const truth = articles.map(({ story }) => story);
  expect(scorePartition(truth, stories).recall).toBeGreaterThanOrEqual(0.9);
});

it("finds every wire copy and no other", () => {
  const declared = readOwnStories().map(({ copyOf: of }) => of ?? null);
  expect(copyOf).toEqual(declared);
});
