import { expect, it } from "vitest";
import { estimateContainment, packSignature, signText, unpackSignature } from "@/lib/stories/engine/text-signature";

const words = (from: number, count: number): string[] => Array.from({ length: count }, (_, index) => `word${from + index}`);
const sign = (list: string[]) => signText(list) ?? { runs: 0, values: new Uint16Array() };

it("says that a text which was cut is wholly in its original", () => {
  expect(estimateContainment(sign(words(0, 400)), sign(words(0, 240)))).toBeGreaterThan(0.85);
});

it("says that unrelated texts share nothing", () => {
  expect(estimateContainment(sign(words(0, 400)), sign(words(1_000, 400)))).toBeLessThan(0.1);
});

it("does not sign a text under twenty words", () => {
  expect(signText(words(0, 19))).toBeNull();
});

it("comes back from bytes as it was, and not from bytes that are none", () => {
  expect(unpackSignature(packSignature(sign(words(0, 30))))).toEqual(sign(words(0, 30)));
  expect(unpackSignature(new Uint8Array(5))).toBeNull();
});
