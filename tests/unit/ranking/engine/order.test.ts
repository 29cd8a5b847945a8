import fc from "fast-check";
import { expect, it } from "vitest";
import { arranging } from "@/lib/ranking/engine/constants";
import { rankForReader } from "@/lib/ranking/engine/rank-for-reader";
import { logOrder, RankLog } from "@/lib/ranking/engine/rank-log";
import { replayOrder } from "@/lib/ranking/engine/replay-order";
import { scoreCandidate } from "@/lib/ranking/engine/score-candidate";
import type { RankCandidate, RankedCard } from "@/lib/ranking/types";
import { candidate, candidates, context, weights } from "./random-profiles";

const take = fc.integer({ min: 0, max: 60 });
const sum = (values: Iterable<number>): number => [...values].reduce((all, value) => all + value, 0);
const keysOf = (cards: readonly RankedCard[]): string[] => cards.map((card) => `${card.candidate.key} ${card.candidate.articleId}`);

it("sums terms to the score and facets to the affinity, in whole points", () => {
  fc.assert(
    fc.property(candidate, context, (one, about) => {
      const { score, terms, because } = scoreCandidate(one, about);
      expect(sum(Object.values(terms))).toBe(score);
      expect(sum(because.map(([, share]) => share))).toBe(terms.affinity);
      for (const value of [score, ...Object.values(terms)]) expect(Number.isSafeInteger(value) && !Object.is(value, -0)).toBe(true);
    }),
  );
});

it("does not depend on the order of the candidates", () => {
  fc.assert(
    fc.property(candidates, context, take, fc.integer(), (all, about, count, seed) => {
      const turned = all.toSorted((a, b) => ((a.articleId * 7 + seed) % 101) - ((b.articleId * 7 + seed) % 101));
      expect(rankForReader(turned, about, { take: count })).toEqual(rankForReader(all, about, { take: count }));
    }),
  );
});

it("shows each key once, and as many as were asked for where there are", () => {
  fc.assert(
    fc.property(candidates, context, take, (all, about, count) => {
      const order = rankForReader(all, about, { take: count });
      const keys = new Set(all.map(({ key }) => key));
      expect(new Set(order.map((card) => card.candidate.key)).size).toBe(order.length);
      expect(order.length).toBe(Math.min(count, keys.size));
    }),
  );
});

it("replays a log of the shown cards alone to the same order, marks and points, through JSON", () => {
  fc.assert(
    fc.property(candidates, context, take, (all, about, count) => {
      const order = rankForReader(all, about, { take: count });
      const kept = RankLog.parse(JSON.parse(JSON.stringify(logOrder(order, about))));
      expect(replayOrder(kept)).toEqual(order);
    }),
  );
});

it("refuses the log of other rules", () => {
  expect(RankLog.safeParse({ version: "2020-1", context: {}, cards: [] }).success).toBe(false);
});

it("orders the same for everyone where nothing is personal", () => {
  fc.assert(
    fc.property(candidates, context, weights, fc.constantFrom("", "IN", "US"), (all, about, others, country) => {
      const mine = rankForReader(all, { ...about, isPersonal: false }, { take: 60 });
      const theirs = rankForReader(
        all.map((each) => ({ ...each, timesShown: 0, followed: [] })),
        { ...about, isPersonal: false, weights: others, country },
        { take: 60 },
      );
      expect(keysOf(theirs)).toEqual(keysOf(mine));
      expect(mine.some((card) => card.isOutside)).toBe(false);
    }),
  );
});

const plain = (index: number, change: Partial<RankCandidate> = {}): RankCandidate => ({
  key: `s${index}`,
  articleId: index,
  publisher: `${index % 20}`,
  section: `section ${index % 9}`,
  country: "GB",
  publishedAtMs: 0,
  importance: 0.5,
  facets: [],
  followed: [],
  isPick: false,
  timesShown: 0,
  readingMinutes: 3,
  ...change,
});
const about = { weights: new Map([["topic:1" as const, 0.9]]), country: "GB", nowMs: 0, seed: 5, isPersonal: true };
const liked = { facets: [["topic:1", 1] as const] };

it("lets no title crowd a run of cards, however good its cards are", () => {
  const loud = Array.from({ length: 20 }, (_, index) => plain(100 + index, { publisher: "loud", importance: 1, ...liked }));
  const order = rankForReader([...loud, ...Array.from({ length: 60 }, (_, index) => plain(index))], about, { take: 40 });
  for (let start = 0; start + arranging.window <= order.length; start += 1) {
    const run = order.slice(start, start + arranging.window).map((card) => card.candidate);
    expect(run.filter(({ publisher }) => publisher === "loud").length).toBeLessThanOrEqual(arranging.publisherMax);
  }
});

it("keeps one place in eight for what lies outside the circle, chosen by the seed too", () => {
  const all = Array.from({ length: 120 }, (_, index) => plain(index, index % 2 ? liked : {}));
  const order = rankForReader(all, about, { take: 40 });
  const outside = order.flatMap((card, place) => (card.isOutside ? [place] : []));
  expect(outside).toEqual([5, 13, 21, 29, 37]);
  expect(order.filter((card) => card.isOutside).every((card) => card.terms.affinity <= 0)).toBe(true);
  expect(keysOf(rankForReader(all, { ...about, seed: 6 }, { take: 40 }))).not.toEqual(keysOf(order));
});

it("tells of three countries on the first screen where there are three", () => {
  const ours = Array.from({ length: 60 }, (_, index) => plain(index, { importance: 1 }));
  const foreign = [plain(90, { country: "IN", importance: 0 }), plain(91, { country: "DE", importance: 0 })];
  const first = rankForReader([...ours, ...foreign], about, { take: 30 }).slice(0, arranging.firstScreen);
  expect(new Set(first.map((card) => card.candidate.country))).toEqual(new Set(["GB", "IN", "DE"]));
});
