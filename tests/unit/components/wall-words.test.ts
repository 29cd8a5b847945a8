import { expect, it } from "vitest";
import { wallWords } from "@/components/article/wall-words";

it("asks a visitor to sign up and offers the way in to members", () => {
  expect(wallWords("sign-up", { titleCount: 12, meterLeft: 0 })).toMatchObject({
    title: "Sign up to read this article",
    action: "Start 14 days free",
    way: "sign-up",
  });
});

it("does not offer a trial to one whose trial is over", () => {
  const words = wallWords("membership", { titleCount: 12, meterLeft: 0 });
  expect([words.action, words.promise, ...words.gains].join(" ")).not.toMatch(/free/i);
});

it("counts one title as one", () => {
  expect(wallWords("sign-up", { titleCount: 1, meterLeft: 0 }).gains[0]).toBe("One title in one place");
});

it("says how many free articles are left before it counts one, and that none are", () => {
  expect(wallWords("meter", { titleCount: 12, meterLeft: 5 })).toMatchObject({ title: "5 free articles left this month", way: "meter" });
  expect(wallWords("meter", { titleCount: 12, meterLeft: 1 }).title).toBe("Your last free article this month");
  expect(wallWords("meter-used", { titleCount: 12, meterLeft: 0 })).toMatchObject({ way: "price", action: "Become a member" });
});
