import { describe, expect, it } from "vitest";
import type { ArticleCard } from "@/lib/articles/types";
import { composeFront } from "@/lib/ranking/compose-front";

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

describe("composeFront", () => {
  const top = range(1, 10).map((id) => story(id, card(id)));
  const latest = range(1, 40).map((id) => card(id));

  it("shows no article twice outside the numbered list", () => {
    const front = composeFront({ top, latest, sections: [{ section: "world", cards: latest }] }, "en");
    const shown = [front.lead, ...front.seconds, ...front.river, ...front.sections.flatMap((block) => block.cards)].map((each) => each?.id);
    expect(new Set(shown).size).toBe(shown.length);
    expect(front.lead?.id).toBe(1);
  });

  it("shows a story once, whichever title's article stands for it in each list", () => {
    const [byOne, byOther] = [card(1, { storySlug: "ferry" }), card(2, { storySlug: "ferry" })];
    const blocks = [{ section: "world" as const, cards: [byOther, card(3), card(4), card(5)] }];
    const front = composeFront({ top: [story(1, byOne)], latest: [byOther, card(3)], sections: blocks }, "en");
    expect(front.lead?.id).toBe(1);
    expect([...front.seconds, ...front.river, ...front.sections.flatMap((block) => block.cards)].map((each) => each.id)).not.toContain(2);
  });

  it("leads with the first of the top three that has a picture", () => {
    const bare = [story(1, card(1, { picture: null })), story(2, card(2)), story(3, card(3))];
    expect(composeFront({ top: bare, latest: [], sections: [] }, "en").lead?.id).toBe(2);
  });

  it("leads with the top story when none of the three has a picture", () => {
    const bare = range(1, 4).map((id) => story(id, card(id, { picture: null })));
    expect(composeFront({ top: bare, latest: [], sections: [] }, "en").lead?.id).toBe(1);
  });

  it("keeps lead and numbered list in the edition's language, and leaves other languages in the river", () => {
    const mixed = [story(1, card(1, { language: "ar" })), story(2, card(2))];
    const front = composeFront({ top: mixed, latest: [card(9, { language: "ja" })], sections: [] }, "en");
    expect(front.lead?.id).toBe(2);
    expect(front.top.map((each) => [each.rank, each.card.id])).toEqual([[1, 2]]);
    expect(front.river.map((each) => each.id)).toEqual([9]);
  });

  it("leaves out a section with too little in it", () => {
    const front = composeFront({ top: [], latest: [], sections: [{ section: "sport", cards: [card(1), card(2)] }] }, "en");
    expect(front.sections).toEqual([]);
  });

  it("is empty, not broken, for an empty store", () => {
    expect(composeFront({ top: [], latest: [], sections: [] }, "en")).toEqual({
      lead: null,
      seconds: [],
      river: [],
      top: [],
      sections: [],
    });
  });
});
