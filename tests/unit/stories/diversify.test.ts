import { expect, it } from "vitest";
import { diversify } from "@/lib/stories/diversify";

const names = (list: string) => list.split("").map((name, index) => ({ name, index }));
const twoEach = { keyOf: (item: { name: string }) => item.name.toLowerCase(), max: 2 };
const spread = (list: string, take: number, limits = [twoEach]) =>
  diversify(names(list), limits, take)
    .map(({ name }) => name)
    .join("");

it("lets no publisher stand more than twice among the first ten", () => {
  expect(spread("aaaabbccddeeff", 10)).toBe("aabbccddee");
});

it("shows what was held back after the ten, in its order", () => {
  expect(spread("aaabbccddeefg", 13)).toBe("aabbccddeeafg");
});

it("gives all there is when there are too few publishers", () => {
  expect(spread("aaaa", 4)).toBe("aaaa");
});

it("keeps several limits at once", () => {
  const fewCapitals = { keyOf: ({ name }: { name: string }) => (name === name.toUpperCase() ? "capital" : "small"), max: 2 };
  expect(spread("AABbaCc", 7, [twoEach, fewCapitals])).toBe("AAbcBaC");
});
