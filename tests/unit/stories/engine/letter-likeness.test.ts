import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { letterLikeness, readLetters } from "@/lib/stories/engine/letter-likeness";

const likeness = (a: string, b: string): number => letterLikeness(readLetters(a), readLetters(b));
const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 300 }), { maxLength: 60 });
const sorted = (values: readonly number[]): Uint16Array => Uint16Array.from(values).sort();

describe("the letters of a headline", () => {
  it("are sorted and distinct, and do not depend on case or on what stands between the words", () => {
    const letters = readLetters("Ferry sinks: ferry SINKS!");
    expect([...letters]).toEqual([...new Set(letters)].sort((a, b) => a - b));
    expect(letters).toEqual(readLetters("sinks, FERRY"));
  });

  it("are none where there is no word", () => {
    expect(readLetters("–!?")).toHaveLength(0);
  });
});

describe("their likeness", () => {
  it("is the cosine of the two sets", () => {
    fc.assert(
      fc.property(numbers, numbers, (a, b) => {
        const shared = a.filter((each) => b.includes(each)).length;
        const cosine = shared === 0 ? 0 : shared / Math.sqrt(a.length * b.length);
        expect(letterLikeness(sorted(a), sorted(b))).toBeCloseTo(cosine, 12);
        expect(letterLikeness(sorted(b), sorted(a))).toBeCloseTo(cosine, 12);
      }),
    );
  });

  it("is 1 for one headline in two orders and 0 where nothing is shared or nothing is said", () => {
    expect(likeness("Minister resigns", "resigns minister")).toBe(1);
    expect(likeness("Ferry", "Glut")).toBe(0);
    expect(likeness("", "Ferry")).toBe(0);
  });

  it("brings spellings and inflections together", () => {
    expect(likeness("Gaddafi's forces retreating", "Qaddafi force retreats")).toBeGreaterThan(0.4);
    expect(likeness("Gaddafi's forces retreating", "Orchestra opens in Quillan")).toBeLessThan(0.1);
  });
});
