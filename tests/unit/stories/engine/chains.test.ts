import fc from "fast-check";
import { expect, it } from "vitest";
import { type Chains, openChains } from "@/lib/stories/engine/chains";

const entriesOf = (chains: Chains, list: number): number[] => {
  const entries: number[] = [];
  for (let entry = chains.first(list); entry >= 0; entry = chains.next(entry)) entries.push(entry);
  return entries;
};
const lists = [0, 1, 70_000];

it("are lists: last in first, and swept of what has gone from wherever it stands", () => {
  const link = fc.record({ kind: fc.constant("link" as const), list: fc.constantFrom(...lists), entry: fc.integer({ min: 0, max: 20 }) });
  const sweep = fc.record({ kind: fc.constant("sweep" as const), gone: fc.array(fc.integer({ min: 0, max: 20 })) });
  fc.assert(
    fc.property(fc.array(fc.oneof({ weight: 6, arbitrary: link }, { weight: 1, arbitrary: sweep }), { maxLength: 80 }), (all) => {
      const chains = openChains();
      const model = new Map(lists.map((list) => [list, [] as number[]]));
      for (const step of all) {
        if (step.kind === "sweep") {
          chains.sweep((entry) => step.gone.includes(entry));
          for (const [list, entries] of model) {
            model.set(
              list,
              entries.filter((each) => !step.gone.includes(each)),
            );
          }
        } else if ([...model.values()].every((entries) => !entries.includes(step.entry))) {
          chains.link(step.list, step.entry);
          model.get(step.list)?.unshift(step.entry);
        }
      }
      expect(lists.map((list) => entriesOf(chains, list))).toEqual(lists.map((list) => model.get(list)));
    }),
    { numRuns: 300 },
  );
});
