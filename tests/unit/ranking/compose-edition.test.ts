import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeEdition, editionRule } from "@/lib/ranking/compose-edition";
import type { RankedCard } from "@/lib/ranking/types";
import { editionLengths } from "@/lib/reading/types";

const noTerms = { importance: 0, freshness: 0, affinity: 0, follow: 0, place: 0, novelty: 0, pick: 0, fatigue: 0 };
const ranked = (readingMinutes: number, publisher: string, country: string, place: number): RankedCard => ({
  candidate: {
    key: `s${place}`,
    articleId: place,
    publisher,
    section: "world",
    country,
    publishedAtMs: 0,
    importance: 0,
    facets: [],
    followed: [],
    isPick: false,
    timesShown: 0,
    readingMinutes,
  },
  score: 1000 - place,
  terms: noTerms,
  because: [],
  isOutside: false,
});
const lists = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 12 })), { maxLength: 60 })
  .map((rows) => rows.map(([minutes, title], place) => ranked(minutes, `title ${title}`, `country ${title % 5}`, place)));
const minutesOf = (card: RankedCard) => Math.max(1, card.candidate.readingMinutes);
const sum = (cards: readonly RankedCard[]) => cards.reduce((all, card) => all + minutesOf(card), 0);
const distinct = (cards: readonly RankedCard[], of: (card: RankedCard) => string) => new Set(cards.map(of)).size;

describe("composeEdition", () => {
  it("stays within its minutes, leaves nothing out that would have fitted, and keeps the reader's order", () => {
    fc.assert(
      fc.property(lists, fc.constantFrom(...editionLengths), (cards, minutes) => {
        const edition = composeEdition(cards, minutes);
        expect(edition).toEqual(cards.filter((card) => edition.includes(card)));
        if (cards.every((card) => minutesOf(card) > minutes)) {
          expect(edition.length).toBe(Math.min(1, cards.length));
          return;
        }
        expect(sum(edition)).toBeLessThanOrEqual(minutes);
        const { perTitleMax } = editionRule(minutes);
        const ofTitle = (card: RankedCard) => edition.filter((other) => other.candidate.publisher === card.candidate.publisher).length;
        expect(edition.every((card) => ofTitle(card) <= perTitleMax)).toBe(true);
        const left = cards.filter((card) => !edition.includes(card) && ofTitle(card) < perTitleMax);
        expect(left.every((card) => sum(edition) + minutesOf(card) > minutes)).toBe(true);
      }),
    );
  });

  it("has as many titles and countries as its length asks for, where stories are short enough", () => {
    const short = lists.map((cards) => cards.map((card) => ({ ...card, candidate: { ...card.candidate, readingMinutes: 1 } })));
    fc.assert(
      fc.property(short, fc.constantFrom(...editionLengths), (cards, minutes) => {
        const edition = composeEdition(cards, minutes);
        const { titlesMin, countriesMin } = editionRule(minutes);
        const titles = distinct(cards, (card) => card.candidate.publisher);
        const countries = distinct(cards, (card) => card.candidate.country);
        expect(distinct(edition, (card) => card.candidate.publisher)).toBeGreaterThanOrEqual(Math.min(titlesMin, titles));
        expect(distinct(edition, (card) => card.candidate.country)).toBeGreaterThanOrEqual(Math.min(countriesMin, countries));
      }),
    );
  });

  it("begins with the reader's first story where it fits", () => {
    const cards = [
      ranked(4, "a", "GB", 0),
      ranked(3, "b", "FR", 1),
      ranked(1, "c", "DE", 2),
      ranked(5, "d", "US", 3),
      ranked(2, "e", "IN", 4),
    ];
    expect(composeEdition(cards, 12).map((card) => card.candidate.publisher)).toEqual(["a", "b", "c", "e"]);
  });
});
