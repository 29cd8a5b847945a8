import { expect, it } from "vitest";
import { planFeeds } from "@/lib/feeds/plan-feeds";

const wanted = [{ url: "https://paper.example/old.xml", section: "top", language: null }];
const moved = {
  id: 1,
  url: "https://paper.example/new.xml",
  formerUrls: ["https://paper.example/old.xml"],
  section: "top",
  language: null,
  isActive: true,
};

it("leaves a feed where it has moved to although the catalogue names its old address", () => {
  expect(planFeeds([moved], wanted, false)).toEqual({ create: [], update: [], deactivate: [] });
});

it("brings a moved feed up to date without sending it back", () => {
  const plan = planFeeds([{ ...moved, section: "world" }], wanted, false);
  expect(plan.update).toEqual([{ url: moved.url, section: "top", language: null, id: 1, isMoved: false }]);
});

it("does not wake a feed that was merged into another", () => {
  const retired = { id: 2, url: "https://paper.example/old.xml", formerUrls: [], section: "top", language: null, isActive: false };
  expect(planFeeds([retired, moved], wanted, false)).toEqual({ create: [], update: [], deactivate: [] });
  expect(planFeeds([moved, retired], wanted, false)).toEqual({ create: [], update: [], deactivate: [] });
});
