import { describe, expect, it } from "vitest";
import type { ArticleCard } from "@/lib/articles/types";
import { composeFront, type FrontSource } from "@/lib/ranking/compose-front";

const card = (id: number, facts: Partial<ArticleCard> = {}): ArticleCard => ({
  id,
  slug: `article-${id}`,
  headline: `Headline ${id}`,
  standfirst: "",
  byline: "",
  section: "world",
  language: "en-GB",
  direction: "ltr",
  publishedAt: "2026-11-22T12:00:00.000Z",
  updatedAt: null,
  readingMinutes: 2,
  publisher: { slug: "a", name: "A", initials: "A", colour: "#111111", isSample: true },
  picture: { hash: "h", width: 1600, height: 1067, colour: null, alt: "", caption: "", credit: "" },
  moreTitles: 0,
  storySlug: null,
  lock: "open",
  ...facts,
});
const story = (rank: number, of: ArticleCard) => ({ rank, card: of, titleCount: 3 });
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_none, index) => from + index);

const pool = (id: string, cards: ArticleCard[], facts: { take?: number; min?: number } = {}) => ({ id, cards, take: 6, min: 3, ...facts });
const source = (facts: Partial<FrontSource<string>>): FrontSource<string> => ({ top: [], head: [], river: [], blocks: [], ...facts });
const idsOf = (cards: readonly (ArticleCard | null)[]) => cards.map((each) => each?.id);

describe("composeFront", () => {
  const top = range(1, 10).map((id) => story(id, card(id)));
  const latest = range(1, 40).map((id) => card(id));

  it("shows no article twice outside the numbered list", () => {
    const front = composeFront(source({ top, head: latest, river: latest, blocks: [pool("world", latest), pool("for-you", latest)] }));
    const shown = idsOf([front.lead, ...front.seconds, ...front.river, ...front.blocks.flatMap((block) => block.cards)]);
    expect(new Set(shown).size).toBe(shown.length);
    expect(front.lead?.id).toBe(1);
  });

  it("shows a story once, whichever title's article stands for it in each list", () => {
    const [byOne, byOther] = [card(1, { storySlug: "ferry" }), card(2, { storySlug: "ferry" })];
    const blocks = [pool("world", [byOther, card(3), card(4), card(5), card(6)])];
    const front = composeFront(source({ head: [byOne], river: [byOther, card(3)], blocks }));
    expect(front.lead?.id).toBe(1);
    expect(idsOf([...front.river, ...front.blocks.flatMap((block) => block.cards)])).toEqual([3, 4, 5, 6]);
  });

  it("leads with the first of the top three that has a picture", () => {
    expect(composeFront(source({ head: [card(1, { picture: null }), card(2), card(3)] })).lead?.id).toBe(2);
  });

  it("leads with the first when none of the three has a picture", () => {
    expect(composeFront(source({ head: range(1, 4).map((id) => card(id, { picture: null })) })).lead?.id).toBe(1);
  });

  it("numbers the top stories anew, those that are shown elsewhere too", () => {
    const front = composeFront(source({ top: [story(2, card(1)), story(5, card(2))], head: [card(1)] }));
    expect(front.top.map((each) => [each.rank, each.card.id])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it("keeps the order of its blocks, and leaves out one with too little in it without using its cards up", () => {
    const blocks = [pool("sport", [card(1), card(2)]), pool("top", [], { take: 0, min: 0 }), pool("world", [card(1), card(2), card(3)])];
    const front = composeFront(source({ blocks }));
    expect(front.blocks.map(({ id, cards }) => [id, idsOf(cards)])).toEqual([
      ["top", []],
      ["world", [1, 2, 3]],
    ]);
  });

  it("is empty, not broken, for an empty store", () => {
    expect(composeFront(source({}))).toEqual({ lead: null, seconds: [], river: [], top: [], blocks: [] });
  });
});
