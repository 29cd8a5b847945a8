import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitFee } from "@/lib/payouts/split-fee";

const amounts = fc.integer({ min: 0, max: 2_147_483_647 });
const parts = fc.uniqueArray(fc.record({ key: fc.integer({ min: 1, max: 10_000 }), weight: fc.integer({ min: 0, max: 3_000_000 }) }), {
  selector: ({ key }) => key,
  minLength: 1,
  maxLength: 60,
});
const withWeight = parts.filter((all) => all.some(({ weight }) => weight > 0));
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

describe("dividing an amount by weights", () => {
  it("loses nothing and invents nothing, and is never more than a unit from the exact share", () => {
    fc.assert(
      fc.property(amounts, withWeight, (amount, all) => {
        const divided = splitFee(amount, all);
        expect(sum(divided)).toBe(amount);
        const total = sum(all.map(({ weight }) => weight));
        all.forEach(({ weight }, index) => {
          expect(Math.abs((divided[index] ?? Number.NaN) - (amount * weight) / total)).toBeLessThan(1);
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it("gives whoever weighs nothing nothing, and whoever weighs more no less", () => {
    fc.assert(
      fc.property(amounts, withWeight, (amount, all) => {
        const divided = splitFee(amount, all);
        const ranked = all
          .map(({ weight }, index) => ({ weight, amount: divided[index] ?? 0 }))
          .sort((one, other) => one.weight - other.weight);
        expect(ranked.filter((each) => each.weight === 0 && each.amount !== 0)).toEqual([]);
        ranked.slice(1).forEach((each, index) => {
          const before = ranked[index];
          if (before && before.weight < each.weight) expect(before.amount).toBeLessThanOrEqual(each.amount);
        });
      }),
    );
  });

  it("comes to the same in whatever order the parts are named", () => {
    fc.assert(
      fc.property(amounts, withWeight, fc.integer(), (amount, all, seed) => {
        const shuffled = all.toSorted((one, other) => ((one.key * seed) % 101) - ((other.key * seed) % 101));
        const byKey = (list: typeof all) => new Map(splitFee(amount, list).map((each, index) => [list[index]?.key, each]));
        expect(new Map([...byKey(shuffled)].sort())).toEqual(new Map([...byKey(all)].sort()));
      }),
    );
  });

  it("gives the units that are left to the largest remainders, among equal ones to the smaller key", () => {
    const thirds = [9, 4, 7].map((key) => ({ key, weight: 1 }));
    expect(splitFee(100, thirds)).toEqual([33, 34, 33]);
    expect(splitFee(101, thirds)).toEqual([33, 34, 34]);
  });

  it("divides nothing among nobody, and refuses to lose an amount", () => {
    expect(splitFee(0, [])).toEqual([]);
    expect(splitFee(0, [{ key: 1, weight: 0 }])).toEqual([0]);
    expect(() => splitFee(1, [{ key: 1, weight: 0 }])).toThrow(RangeError);
  });
});
