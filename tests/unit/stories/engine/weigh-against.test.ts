import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { termAt, toVector, type Vector, weightAt } from "@/lib/stories/engine/vector";
import { sumVectors, takeVector, weighAgainst } from "@/lib/stories/engine/weigh-against";

type Weights = [number, number][];
/** Up to thirty terms, some with high numbers. */
const weights: fc.Arbitrary<Weights> = fc.uniqueArray(
  fc.tuple(fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 90_000 })), fc.integer({ min: 1, max: 10_000 })),
  { maxLength: 30, selector: ([term]) => term },
);
/** Weights of many articles together, most of them beyond 16 bits. */
const sums = weights.map((pairs): Weights => pairs.map(([term, weight]) => [term, weight * 40]));
const vector = (pairs: Weights): Vector =>
  toVector(
    pairs.map(([term]) => term),
    pairs.map(([, weight]) => weight),
  );

function asMap(held: Vector): Map<number, number> {
  const map = new Map<number, number>();
  for (let at = 0; at < held.termCount; at += 1) map.set(termAt(held, at), (map.get(termAt(held, at)) ?? 0) + weightAt(held, at));
  return map;
}

function summed(a: Weights, b: Weights): Map<number, number> {
  const sum = new Map(a);
  for (const [term, weight] of b) sum.set(term, (sum.get(term) ?? 0) + weight);
  return sum;
}
const dotOf = (a: Map<number, number>, b: Weights): number => b.reduce((sum, [term, weight]) => sum + weight * (a.get(term) ?? 0), 0);

describe("vectors held against a sum", () => {
  it("give what maps of weights would", () => {
    fc.assert(
      fc.property(weights, weights, weights, (a, b, c) => {
        expect(weighAgainst([vector(a), vector(b)], (dot) => dot(vector(c)))).toBe(dotOf(summed(a, b), c));
        expect(weighAgainst([], (dot) => dot(vector(c)))).toBe(0);
      }),
    );
  });

  it("are one at a time, and a failure leaves nothing behind", () => {
    const one = vector([[3, 5]]);
    expect(() => weighAgainst([one], () => weighAgainst([one], () => 1))).toThrow("on the scale");
    expect(weighAgainst([], (dot) => dot(one))).toBe(0);
  });
});

describe("sums of vectors", () => {
  it("add up as maps do, and what was added can be taken away again", () => {
    fc.assert(
      fc.property(sums, weights, (a, b) => {
        const sum = sumVectors([vector(a), vector(b)]);
        expect(asMap(sum)).toEqual(summed(a, b));
        expect(asMap(takeVector(sum, vector(b)))).toEqual(new Map(a));
      }),
    );
  });
});
