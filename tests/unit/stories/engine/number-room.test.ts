import fc from "fast-check";
import { expect, it } from "vitest";
import { openNumberRoom } from "@/lib/stories/engine/number-room";

const shorts = (maxLength: number) => fc.array(fc.integer({ min: 0, max: 65_535 }), { maxLength });

it("keeps what it was given, one part behind the other, whatever comes after, and shares blocks", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(shorts(3_000), shorts(300)), { maxLength: 60 }), (all) => {
      const room = openNumberRoom();
      const kept = all.map((parts) => ({ ...room.keep(parts.map((part) => Uint16Array.from(part))), length: parts.flat().length }));
      expect(kept.map(({ numbers, from, length }) => [...numbers.subarray(from, from + length)])).toEqual(all.map((parts) => parts.flat()));
    }),
    { numRuns: 40 },
  );
  const room = openNumberRoom();
  expect(room.keep([new Uint16Array(100)]).numbers).toBe(room.keep([new Uint16Array(100)]).numbers);
  expect(room.keep([new Uint16Array(100_000)]).numbers).toHaveLength(100_000);
});
