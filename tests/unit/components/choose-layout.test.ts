import { describe, expect, it } from "vitest";
import { chooseLayout } from "@/components/front/choose-layout";
import type { FrontView } from "@/components/front/types";
import { findSection, type SectionSlug } from "@/lib/articles/sections";
import type { ArticleCard, Picture } from "@/lib/articles/types";

const landscape: Picture = { hash: "a", width: 1600, height: 1067, colour: null, alt: "", caption: "", credit: "" };
const portrait: Picture = { ...landscape, width: 900, height: 1200 };

function card(changes: Partial<ArticleCard> = {}): ArticleCard {
  return {
    id: 1,
    slug: "harbour-closes",
    headline: "Harbour closes for the first time",
    standfirst: "",
    byline: "",
    section: "world",
    language: "en-GB",
    direction: "ltr",
    publishedAt: "2026-11-21T14:05:00Z",
    updatedAt: null,
    readingMinutes: 3,
    publisher: { slug: "p", name: "P", initials: "P", colour: "#333333", isSample: true },
    picture: null,
    moreTitles: 0,
    storySlug: null,
    lock: "open",
    ...changes,
  };
}

function section(slug: SectionSlug, cards: ArticleCard[]) {
  const found = findSection(slug);
  if (!found) throw new Error(slug);
  return { kind: "section" as const, section: found, cards };
}

function view(changes: Partial<FrontView> = {}): FrontView {
  return {
    editionName: "World edition",
    titleCount: 1,
    countryCount: 1,
    lead: card(),
    seconds: [],
    river: { name: "Latest", url: null, cards: [] },
    blocks: [],
    marks: [],
    own: null,
    ...changes,
  };
}

const pictured = (count: number) => Array.from({ length: count }, (_, index) => card({ id: index + 1, picture: landscape }));

describe("chooseLayout", () => {
  it("sets a short headline under a wide picture", () => {
    expect(chooseLayout(view({ lead: card({ picture: landscape }) })).lead).toBe("under");
  });

  it("sets a very long headline beside its picture, so that the seconds stay in sight", () => {
    expect(chooseLayout(view({ lead: card({ picture: landscape, headline: "Long ".repeat(30) }) })).lead).toBe("beside");
  });

  it("never shows an upright picture wide", () => {
    expect(chooseLayout(view({ lead: card({ picture: portrait }) })).lead).toBe("beside");
  });

  it("makes the headline the picture where there is none", () => {
    expect(chooseLayout(view()).lead).toBe("type");
  });

  it("treats a picture of unknown size as landscape", () => {
    expect(chooseLayout(view({ lead: card({ picture: { ...landscape, width: null, height: null } }) })).lead).toBe("under");
  });

  it("never asks for more seconds or river lines than there are", () => {
    const layout = chooseLayout(view({ seconds: [card()], river: { name: "Latest", url: null, cards: [card(), card()] } }));
    expect(layout).toMatchObject({ secondCount: 1, riverCount: 2 });
  });

  it("gives no two neighbours the same layout where their cards allow another", () => {
    const layout = chooseLayout(view({ blocks: (["world", "politics", "business"] as const).map((slug) => section(slug, pictured(6))) }));
    expect(new Set(layout.blocks).size).toBe(3);
  });

  it("sets sections without pictures in text, whatever stands beside them", () => {
    const layout = chooseLayout(view({ blocks: [section("world", [card(), card()]), section("politics", [card()])] }));
    expect(layout.blocks).toEqual(["text-led", "text-led"]);
  });

  it("lays out a reader's own blocks as sections are, and leaves the numbered list to itself", () => {
    const own = { kind: "own" as const, id: "outside", name: "Outside your circle", note: "", cards: pictured(5), more: null };
    const layout = chooseLayout(view({ blocks: [section("world", pictured(5)), { kind: "top", top: [], picks: [] }, own] }));
    expect(layout.blocks).toEqual(["one-and-four", null, "picture-led"]);
  });

  it("gives Opinion its own layout", () => {
    expect(chooseLayout(view({ blocks: [section("opinion", pictured(5))] })).blocks).toEqual(["opinion"]);
  });

  it("does not lead a block with a picture too small to stand large", () => {
    const cards = [card({ picture: { ...landscape, width: 400, height: 267 } }), card(), card(), card(), card()];
    expect(chooseLayout(view({ blocks: [section("world", cards)] })).blocks).toEqual(["text-led"]);
  });

  it("gives the same page for the same view", () => {
    const page = view({ lead: card({ picture: landscape }), blocks: [section("world", pictured(5)), section("sport", pictured(3))] });
    expect(chooseLayout(page)).toEqual(chooseLayout(structuredClone(page)));
  });
});
