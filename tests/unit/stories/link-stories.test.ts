import { expect, it } from "vitest";
import { type LinkedFacts, tieLanguages, tieStories } from "@/lib/stories/link-stories";

const rare = () => 1;
const story = (id: number, keys: string, day: number, hours = 2): LinkedFacts => {
  const firstAt = new Date(Date.UTC(2026, 10, day));
  return { id, keys: keys.split(" "), firstAt, lastAt: new Date(firstAt.getTime() + hours * 3_600_000) };
};
const kinds = (ties: ReturnType<typeof tieStories>) => ties.map(({ toId, kind }) => `${toId} ${kind}`);

it("tells what led here from what followed, and both from what is merely near", () => {
  const here = story(1, "bridge grauford lythra toll", 20);
  const others = [
    story(2, "bridge grauford lythra vote", 18),
    story(3, "bridge grauford toll lorry", 22),
    story(4, "bridge river flood rain", 21),
  ];
  expect(kinds(tieStories(here, others, rare))).toEqual(["3 later", "2 earlier", "4 near"]);
});

it("lets a common word weigh little", () => {
  const weigh = (key: string) => (key === "bridge" ? 0.1 : 1);
  expect(tieStories(story(1, "bridge grauford", 20), [story(2, "bridge flood", 19)], weigh)).toEqual([]);
});

it("ties languages by three names or figures within a day and a half", () => {
  const here = story(1, "grauford lythra ostervar #312", 20);
  const others = [
    story(2, "grauford lythra #312 maro", 20),
    story(3, "grauford lythra", 20),
    story(4, "grauford lythra ostervar #312", 23),
  ];
  expect(kinds(tieLanguages(here, others, rare))).toEqual(["2 language"]);
});
