import { expect, it } from "vitest";
import { wallWords } from "@/components/article/wall-words";

it("asks a visitor to sign up and offers the way in to members", () => {
  expect(wallWords("sign-up", 12)).toMatchObject({
    title: "Sign up to read this article",
    action: "Start 14 days free",
    isForVisitors: true,
  });
});

it("does not offer a trial to one whose trial is over", () => {
  const words = wallWords("membership", 12);
  expect([words.action, words.promise, ...words.gains].join(" ")).not.toMatch(/free/i);
});

it("counts one title as one", () => {
  expect(wallWords("sign-up", 1).gains[0]).toBe("One title in one place");
});
