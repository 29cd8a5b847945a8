import fc from "fast-check";
import { expect, it } from "vitest";
import { type FollowRef, followRefText, isNumbered, readFollowRef } from "@/lib/reading/follow-types";
import { type Choices, parseChoices, picksMax, readChoices, writeChoices } from "@/lib/reading/visitor-choices";

const letters = (from: string, minLength: number, maxLength: number) => fc.string({ unit: fc.constantFrom(...from), minLength, maxLength });
const numbered = fc.record({
  kind: fc.constantFrom("publisher" as const, "topic" as const, "author" as const, "story" as const),
  target: fc.integer({ min: 1, max: 2_147_483_647 }).map(String),
});
const section = fc.record({ kind: fc.constant("section" as const), target: letters("abcdefghij", 2, 12) });
const refs = fc.uniqueArray<FollowRef, string>(fc.oneof(numbered, section), { maxLength: picksMax, selector: followRefText });
const choices: fc.Arbitrary<Choices> = fc.record({
  country: fc.option(letters("ABCDEFG", 2, 2)),
  languages: fc.uniqueArray(letters("abcdefg", 2, 3), { maxLength: 10 }),
  picks: refs,
});

it("gives back from a cookie what was put into it, in unreserved characters and small enough", () => {
  fc.assert(
    fc.property(choices, (given) => {
      const text = writeChoices(given);
      expect(parseChoices(text)).toEqual(given);
      expect(encodeURIComponent(text)).toBe(text);
      expect(text.length).toBeLessThan(3_000);
    }),
  );
});

it("takes nothing that it did not write, and never throws", () => {
  const noise = fc.string({ unit: fc.constantFrom("~", "!", ".", "p", "u", "1", "0", ":", ";", "G", "B", " ", "%"), maxLength: 60 });
  fc.assert(
    fc.property(noise, (text) => {
      const read = parseChoices(text);
      expect(read === null || read.picks.every(isNumbered)).toBe(true);
    }),
  );
  for (const text of [undefined, "", "GB", "gb~en~", "GB~en~publisher.1;x", "GB~en~publisher.1~", `GB~en~${"publisher.1!".repeat(300)}`])
    expect(parseChoices(text)).toBeNull();
});

it("leaves out picks that are none, and what comes twice", () => {
  const pick = [
    "publisher:1",
    "publisher:1",
    "publisher:01",
    "publisher:x",
    "section:3",
    "section:world",
    "feed:4",
    "topic:2147483648",
    "story:9:9",
  ];
  expect(readChoices({ country: "GB", language: ["en", "EN", "xxxx", "en"], pick })).toEqual({
    country: "GB",
    languages: ["en"],
    picks: [
      { kind: "publisher", target: "1" },
      { kind: "section", target: "world" },
    ],
  });
  expect(readChoices({ pick: "section:world" }).picks).toHaveLength(1);
});

it("reads nothing at all as no choice", () => {
  for (const nothing of [undefined, null, 3, "x", [], {}, { country: 4, language: 5, pick: {} }])
    expect(readChoices(nothing)).toEqual({ country: null, languages: [], picks: [] });
});

it("counts the first so many picks", () => {
  const pick = Array.from({ length: picksMax + 50 }, (_, at) => `author:${at + 1}`);
  expect(readChoices({ pick }).picks).toHaveLength(picksMax);
});

it("reads a follow as it is written", () => {
  fc.assert(
    fc.property(fc.oneof(numbered, section), (ref) => {
      expect(readFollowRef(followRefText(ref))).toEqual(ref);
    }),
  );
});
