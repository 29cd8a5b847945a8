import fc from "fast-check";
import { expect, it } from "vitest";
import { type Chains, openChains } from "@/lib/stories/engine/chains";

const entriesOf = (chains: Chains, list: number): number[] => {
  const entries: number[] = [];
  for (let entry = chains.first(list); entry >= 0; entry = chains.next(entry)) entries.push(entry);
  return entries;
};
const lists = [0, 1, 70_000];

it("are lists: last in first, and out from wherever an entry stands", () => {
  const steps = fc.array(fc.record({ list: fc.constantFrom(...lists), entry: fc.integer({ min: 0, max: 20 }), isIn: fc.boolean() }), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(steps, (all) => {
      const chains = openChains();
      const model = new Map(lists.map((list) => [list, [] as number[]]));
      const isFree = (entry: number): boolean => [...model.values()].every((entries) => !entries.includes(entry));
      for (const { list, entry, isIn } of all) {
        const entries = model.get(list) ?? [];
        if (isIn && isFree(entry)) {
          chains.link(list, entry);
          entries.unshift(entry);
        } else if (!isIn && (entries.includes(entry) || isFree(entry))) {
          chains.unlink(list, entry);
          const left = entries.filter((each) => each !== entry);
          model.set(list, left);
        }
      }
      expect(lists.map((list) => entriesOf(chains, list))).toEqual(lists.map((list) => model.get(list)));
      expect(lists.map(chains.lengthOf)).toEqual(lists.map((list) => model.get(list)?.length));
    }),
    { numRuns: 300 },
  );
});
