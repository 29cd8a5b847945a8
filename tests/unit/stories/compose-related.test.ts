import { expect, it } from "vitest";
import { composeRelated, type Fellow, type Neighbour } from "@/lib/stories/compose-related";

const article = { id: 1, publisherId: 10, storyId: 100 };
const fellow = (id: number, publisherId: number, hour: number, isCopy = false): Fellow => ({
  id,
  publisherId,
  isCopy,
  publishedAt: new Date(Date.UTC(2026, 10, 20, hour)),
});
const neighbour = (storyId: number, reason: Neighbour["reason"]): Neighbour => ({ storyId, leadArticleId: storyId * 10, reason });

it("puts other titles first, the newest text of each, copies last", () => {
  const fellows = [fellow(1, 10, 8), fellow(2, 10, 9), fellow(3, 11, 8), fellow(4, 11, 9), fellow(5, 12, 12, true), fellow(6, 13, 7)];
  expect(composeRelated(article, fellows, []).map(({ id }) => id)).toEqual([4, 6, 5]);
});

it("then what led here or followed, then what is near, then the section; no story twice and never its own", () => {
  const neighbours = [
    neighbour(7, "section"),
    neighbour(5, "near"),
    neighbour(6, "earlier"),
    neighbour(100, "near"),
    neighbour(6, "section"),
    neighbour(8, "later"),
  ];
  expect(composeRelated(article, [], neighbours)).toEqual([
    { id: 60, reason: "earlier" },
    { id: 80, reason: "later" },
    { id: 50, reason: "near" },
    { id: 70, reason: "section" },
  ]);
});

it("leaves room for other stories, and is at most twelve long", () => {
  const fellows = Array.from({ length: 20 }, (_, index) => fellow(index + 2, index + 11, 9));
  const neighbours = Array.from({ length: 20 }, (_, index) => neighbour(index + 200, "near"));
  const reasons = composeRelated(article, fellows, neighbours).map(({ reason }) => reason);
  expect(reasons).toEqual([...Array(6).fill("story"), ...Array(6).fill("near")]);
});
