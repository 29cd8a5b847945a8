import { expect, it } from "vitest";
import { arrangeTop, type TopCandidate } from "@/lib/stories/arrange-top";
import { scoreStory } from "@/lib/stories/score-story";

const { terms } = scoreStory({
  publisherCount: 1,
  originalCount: 1,
  feedPlaces: [],
  titleTimes: [],
  wordsMost: 0,
  readCount: 0,
  isPicked: false,
  firstAt: new Date(0),
});
const candidate = (id: number, changes: Partial<TopCandidate> = {}): TopCandidate => ({
  id,
  section: "world",
  score: 1_000 - id,
  terms,
  publisher: `title-${id}`,
  countries: ["GB"],
  ...changes,
});
const many = (count: number, change: (id: number) => Partial<TopCandidate> = () => ({})) =>
  Array.from({ length: count }, (_, index) => candidate(index + 1, change(index + 1)));
const idsOf = (lists: ReturnType<typeof arrangeTop>, edition: string, section: string) =>
  lists.find((list) => list.edition === edition && list.section === section)?.places.map(({ id }) => id);

it("makes a list of all sections, of each section, and of countries with ten stories or more", () => {
  const lists = arrangeTop(
    "en",
    many(12, (id) => ({ section: id % 2 ? "world" : "sport", countries: id <= 9 ? ["GB", "US"] : ["GB"] })),
  );
  expect(lists.map(({ edition, section }) => `${edition} ${section}`)).toEqual([
    "en all",
    "en world",
    "en sport",
    "en-GB all",
    "en-GB world",
    "en-GB sport",
  ]);
  expect(idsOf(lists, "en", "sport")).toEqual([2, 4, 6, 8, 10, 12]);
});

it("lets no section have more than four of the first ten where sections are mixed", () => {
  const lists = arrangeTop(
    "en",
    many(14, (id) => ({ section: id <= 8 ? "sport" : id <= 11 ? "world" : "culture" })),
  );
  expect(idsOf(lists, "en", "all")).toEqual([1, 2, 3, 4, 9, 10, 11, 12, 13, 14, 5, 6, 7, 8]);
  expect(idsOf(lists, "en", "sport")).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

it("is at most forty long, and no list at all for none", () => {
  expect(idsOf(arrangeTop("en", many(60)), "en", "all")).toHaveLength(40);
  expect(arrangeTop("en", [])).toEqual([]);
});
