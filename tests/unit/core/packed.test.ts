import { expect, it } from "vitest";
import { pack, unpack } from "@/lib/core/packed";

it("gives back what was packed, anew each time", () => {
  const value = { at: new Date(0), list: ["é", null, 1.5], bytes: new Uint8Array([1, 2]) };
  const packed = pack(value);
  const first = unpack(packed);
  expect(first).toEqual(value);
  expect(unpack(packed)).not.toBe(first);
});

it("refuses what cannot be carried", () => {
  expect(() => pack({ act: () => undefined })).toThrow("could not be cloned");
});
