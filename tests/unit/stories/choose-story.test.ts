import { expect, it } from "vitest";
import { chooseStory, type StoryMember, windowMs } from "@/lib/stories/choose-story";

const member = (id: number, storyId: number | null, terms: string[], publishedAtMs = 0): StoryMember => ({
  id,
  storyId,
  terms,
  publishedAtMs,
});
const evenly = () => 1;
const terms = ["calder", "rate", "oswick", "4.25"];

it("opens a story where nothing is like it", () => {
  expect(chooseStory(member(9, null, terms), [member(1, 1, ["marathon", "bus"])], evenly)).toEqual({ kind: "open" });
});

it("joins the likest story and says how like", () => {
  const candidates = [member(1, 1, ["calder", "marathon"]), member(2, 2, ["calder", "rate", "oswick"])];
  expect(chooseStory(member(9, null, terms), candidates, evenly)).toEqual({ kind: "join", storyId: 2, score: 3 / Math.sqrt(12) });
});

it("passes over what lies outside three days", () => {
  expect(chooseStory(member(9, null, terms), [member(1, 1, terms, windowMs + 1)], evenly)).toEqual({ kind: "open" });
});

it("is not led by one bridge: a story's two nearest articles count together", () => {
  const bridged = [member(1, 1, ["calder", "x", "y", "z"]), member(2, 1, ["v", "w", "x", "y"])];
  expect(chooseStory(member(9, null, ["calder", "a", "b", "c"]), bridged, evenly)).toEqual({ kind: "open" });
});

it("prefers the older story when two are equally like", () => {
  expect(chooseStory(member(9, null, terms), [member(1, 5, terms), member(2, 3, terms)], evenly)).toMatchObject({ storyId: 3 });
});
