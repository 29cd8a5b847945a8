import fc from "fast-check";
import { expect, it } from "vitest";
import { openNumberRoom } from "@/lib/stories/engine/number-room";

it("keeps what it was given, whatever comes after, and shares blocks", () => {
  const words = fc.array(fc.nat(), { maxLength: 3_000 }).map((values) => ({ kind: "words" as const, values }));
  const shorts = fc.array(fc.integer({ min: 0, max: 65_535 }), { maxLength: 300 }).map((values) => ({ kind: "shorts" as const, values }));
  fc.assert(
    fc.property(fc.array(fc.oneof(words, shorts), { maxLength: 60 }), (all) => {
      const room = openNumberRoom();
      const kept = all.map(({ kind, values }) =>
        kind === "words" ? room.words(Uint32Array.from(values)) : room.shorts(Uint16Array.from(values)),
      );
      expect(kept.map((values) => [...values])).toEqual(all.map(({ values }) => values));
    }),
    { numRuns: 40 },
  );
  const room = openNumberRoom();
  expect(room.words(new Uint32Array(100)).buffer).toBe(room.shorts(new Uint16Array(100)).buffer);
  expect(room.words(new Uint32Array(100_000))).toHaveLength(100_000);
});
