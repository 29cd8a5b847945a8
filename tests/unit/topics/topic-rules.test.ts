import { expect, it } from "vitest";
import { groupTopics } from "@/components/topic/group-topics";
import { chooseFullName, chooseKind, opensTopic } from "@/lib/topics/choose-topic";
import { foldName } from "@/lib/topics/fold-name";
import { makeTopicSlugs } from "@/lib/topics/make-topic-slug";
import { matchKnown } from "@/lib/topics/match-known";

it.each([
  ["The European Central Bank", "european central bank", "en"],
  ["Brannick’s", "brannick", "en"],
  ["U.S.", "us", "en"],
  ["Côte d’Ivoire", "cote divoire", "fr"],
  ["São Tomé", "sao tome", "pt"],
  ["ゲート・ラパ", "ゲート ラパ", "ja"],
  ["الرَّئيس", "الرئيس", "ar"],
])("folds %s", (name, key, language) => {
  expect(foldName(name, language)).toBe(key);
});

it("brings cases of a Russian name under one key", () => {
  expect(foldName("Россия", "ru")).toBe(foldName("России", "ru"));
});

it("opens a topic at three articles of two titles", () => {
  expect(opensTopic({ articleCount: 3, publisherCount: 2 })).toBe(true);
  expect(opensTopic({ articleCount: 2, publisherCount: 2 })).toBe(false);
  expect(opensTopic({ articleCount: 9, publisherCount: 1 })).toBe(false);
});

it("calls a topic what a quarter of its mentions saw in it, else a term", () => {
  expect(chooseKind(["term", "term", "person", "term"])).toBe("person");
  expect(chooseKind(["term", "term", "term", "term", "person"])).toBe("term");
  expect(chooseKind(["place", "person", "person"])).toBe("person");
});

it("lets a short name lead to a fuller one only where texts agree whose it is", () => {
  expect(chooseFullName([{ standsFor: "oda brannick", count: 4 }])).toBe("oda brannick");
  expect(chooseFullName([{ standsFor: "oda brannick", count: 1 }])).toBeNull();
  expect(
    chooseFullName([
      { standsFor: "oda brannick", count: 3 },
      { standsFor: "lev brannick", count: 2 },
    ]),
  ).toBeNull();
});

it("writes addresses in ASCII, with a hash where a script has none", () => {
  expect(makeTopicSlugs("Côte d’Ivoire", "cote divoire", "fr")[0]).toMatch(/^cote-d-?ivoire$/);
  expect(makeTopicSlugs("防潮水門", "防潮水門", "ja")[0]).toMatch(/^topic-[0-9a-f]{10}$/);
  expect(new Set(makeTopicSlugs("Paris", "paris", "fr")).size).toBe(3);
});

it("finds known names where capitals do not show them, and never a common word", () => {
  const known = new Map([
    ["interest rates", { name: "Interest rates", kind: "term" as const }],
    ["apple", { name: "Apple", kind: "organisation" as const }],
    ["lumen telescope", { name: "Lumen Telescope", kind: "term" as const }],
  ]);
  const source = { language: "en", categories: [], ownNames: [] };
  const match = (texts: { headline: string; standfirst: string; leadIn: string }) =>
    matchKnown({ ...source, ...texts }, known, new Set()).map(({ key, weight }) => [key, weight]);
  const rates = { headline: "First Image From Lumen Telescope", standfirst: "Higher interest rates", leadIn: "An apple fell." };
  expect(match(rates)).toEqual([
    ["lumen telescope", 3],
    ["interest rates", 2],
  ]);
  expect(match({ headline: "Why Apple Fell", standfirst: "", leadIn: "" })).toEqual([["apple", 3]]);
});

it("lists topics from A to Z by their bare letters", () => {
  const entry = (name: string) => ({ slug: name.toLowerCase(), name, kind: "term" as const, language: "en", articleCount: 3 });
  const groups = groupTopics([entry("Zed"), entry("Émile"), entry("5G"), entry("Echo")]);
  expect(groups.map(({ letter, topics }) => [letter, topics.map(({ name }) => name)])).toEqual([
    ["#", ["5G"]],
    ["E", ["Echo", "Émile"]],
    ["Z", ["Zed"]],
  ]);
});
