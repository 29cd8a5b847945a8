import { expect, it } from "vitest";
import { openEngine } from "@/lib/stories/engine/open-engine";
import type { EngineArticle, EngineMember, StoryEngine } from "@/lib/stories/engine/types";

const article = (id: number, publisher: string, headline: string): EngineArticle => {
  return { id, publishedAtMs: id * 60_000, language: "en", publisher, headline, standfirst: "", text: "" };
};
const first = (publisher: string) => article(1, publisher, "Harbour council approves new ferry terminal budget tonight");
const second = (publisher: string) =>
  article(2, publisher, "Ferry crews threaten winter strike over harbour pay, stranding island pupils and market traders");

function open(keysUsed = 0): StoryEngine {
  let key = keysUsed;
  return openEngine({ newKey: () => ++key });
}
const joins = (one: EngineArticle, other: EngineArticle): boolean => {
  const engine = open();
  engine.add(one);
  return !engine.add(other).isNew;
};

it("joins two publishers' articles that are as alike as two which it keeps apart of one", () => {
  expect(joins(first("a"), second("b"))).toBe(true);
  expect(joins(first("a"), second("a"))).toBe(false);
});

it("takes articles that state no publisher for those of several", () => {
  expect(joins(first(""), second(""))).toBe(true);
});

it("knows an article's publisher after a restart", () => {
  const before = open();
  const { storyKey, terms, weights, signature, copyOfId } = before.add(first("a"));
  const known: EngineMember = { ...first("a"), storyKey, terms, weights, signature, copyOfId };
  const after = open(1);
  after.warm([known]);
  expect(after.add(second("a"))).toEqual(before.add(second("a")));
});
