import { expect, it } from "vitest";
import { diversify } from "@/lib/stories/diversify";

const names = (list: string) => list.split("").map((publisher, index) => ({ publisher, index }));
const spread = (list: string, take: number) =>
  diversify(names(list), (item) => item.publisher, take)
    .map(({ publisher }) => publisher)
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
