import { expect, it } from "vitest";
import { becauseWords } from "@/components/following/because-words";
import type { FollowTarget } from "@/lib/reading/follow-types";
import type { FollowKind } from "@/lib/reading/types";

const of = (kind: FollowKind, name: string): FollowTarget => ({ kind, target: "1", name, path: "/", language: "en" });

it("says what brought a card, the nearest first and no more than two", () => {
  expect(becauseWords([of("publisher", "Daily Echo")], "Daily Echo")).toBe("From Daily Echo");
  const all = [of("section", "Science"), of("publisher", "Daily Echo"), of("topic", "Glaciers"), of("author", "Oda Brannick")];
  expect(becauseWords(all, "Daily Echo")).toBe("By Oda Brannick, about Glaciers");
  expect(becauseWords([of("story", "Bridge opens"), of("section", "World")], "Daily Echo")).toBe("A story you follow, in World");
  expect(becauseWords([], "Daily Echo")).toBe("");
});

it("says that a followed title tells it as well where another title's article stands there", () => {
  expect(becauseWords([of("topic", "Halden"), of("publisher", "Daily Echo")], "Herald")).toBe("About Halden, also in Daily Echo");
});
