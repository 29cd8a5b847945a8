import { describe, expect, it } from "vitest";
import { planCandidates } from "@/lib/ranking/plan-candidates";
import { type CandidateRecord, listFacets, squashTerms, toCandidate } from "@/lib/ranking/to-candidate";
import { type Act, toSignal } from "@/lib/ranking/to-signal";
import type { Weights } from "@/lib/ranking/types";

const record = (facts: Partial<CandidateRecord> = {}): CandidateRecord => ({
  storyId: 9,
  articleId: 17,
  publisherId: 3,
  section: "world",
  country: "GB",
  publishedAt: new Date("2026-11-22T12:00:00Z"),
  language: "en",
  headline: "",
  standfirst: "",
  byline: "",
  wordCount: 690,
  scoreTerms: null,
  brought: null,
  isPick: false,
  timesShown: 0,
  authorIds: [5],
  topicIds: [88, 89],
  topicWeights: [4, 1],
  ...facts,
});
const terms = { titles: 2, places: 0.5, growth: 0, origin: -0.5, length: 0.5, reads: 0.5, pick: 1, time: 60_000 };

describe("a candidate", () => {
  it("is about its title, section, place, authors and topics, the weightiest topic whole", () => {
    expect(listFacets(record())).toEqual([
      ["publisher:3", 1],
      ["section:world", 1],
      ["place:GB", 1],
      ["author:5", 1],
      ["topic:88", 1],
      ["topic:89", 0.25],
    ]);
  });

  it("says what the reader follows of it, found by another title's article or not", () => {
    const found = toCandidate(record({ brought: ["publisher:4", "story:9"] }), new Set(["publisher:4", "topic:88", "story:9", "topic:1"]));
    expect(found.followed).toEqual(["topic:88", "publisher:4", "story:9"]);
  });

  it("is as big as its terms say without time and pick, between 0 and 1", () => {
    expect(squashTerms(terms)).toBe(0.5);
    expect(squashTerms(null)).toBe(0);
    expect(squashTerms({ ...terms, time: 70_000, pick: 0 })).toBe(0.5);
  });
});

describe("planning what to look under", () => {
  const follows = Array.from({ length: 100 }, (_, index) => ({ kind: "topic", target: String(index + 1) }));

  it("looks under the sixty follows that are liked best, and under strong likings that are not followed", () => {
    const weights: Weights = new Map([
      ["topic:100", 0.9],
      ["publisher:7", 0.5],
      ["section:sport", 0.2],
      ["author:4", 0.01],
    ]);
    const plan = planCandidates({ weights, follows, languages: [], country: "GB" });
    expect(plan.topics).toHaveLength(60);
    expect(plan.topics[0]).toBe(100);
    expect(plan).toMatchObject({ publishers: [7], sections: ["sport"], authors: [], languages: ["en"], editions: ["en", "en-GB"] });
  });

  it("does not look under what the reader never wants", () => {
    const plan = planCandidates({ weights: new Map([["topic:1", -1]]), follows: follows.slice(0, 2), languages: ["de"], country: "" });
    expect(plan).toMatchObject({ topics: [2], editions: ["de"] });
  });
});

describe("an act", () => {
  const act = (facts: Partial<Act>): Act => ({
    kind: "read",
    at: new Date(0),
    articleId: 1,
    facet: null,
    activeSec: 0,
    depth: 0,
    wordCount: 460,
    language: "en",
    ...facts,
  });
  const strength = (facts: Partial<Act>) => toSignal(act(facts), [])?.strength;

  it("counts by how far and how long something was read", () => {
    expect(strength({ activeSec: 120, depth: 100 })).toBe(1);
    expect(strength({ activeSec: 60, depth: 80 })).toBe(0.65);
    expect(strength({ kind: "opened", activeSec: 0, depth: 10 })).toBe(0.05);
    expect(strength({})).toBe(0.5);
    expect(strength({ kind: "saved" })).toBe(1);
  });

  it("says nothing of what is not there any more, and of a follow what is followed", () => {
    expect(toSignal(act({}), undefined)).toBeNull();
    expect(toSignal(act({ kind: "followed", articleId: null, facet: "topic:3" }), undefined)?.facets).toEqual([["topic:3", 1]]);
  });
});
