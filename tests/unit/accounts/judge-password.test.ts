import { expect, it } from "vitest";
import { isCommonPassword } from "@/lib/accounts/common-passwords";
import { judgePassword } from "@/lib/accounts/judge-password";

const words = { name: "Ada Lovelace", email: "ada.lovelace@engine.example", product: "Broadsheet" };
const judge = (password: string) => judgePassword(password, words, isCommonPassword);

it.each(["password1234", "Password123!", "p@ssw0rd2024", "passwordpassword", "iloveyou!!!!", "1234567890", "qwertyuiop", "liverpool2026"])(
  "refuses %s, which is tried first",
  (password) => expect(judge(password)).not.toBeNull(),
);

it.each(["adalovelace1815", "Lovelace.Ada!", "broadsheet2026", "engine-ada-42"])("refuses %s, which says whose it is", (password) =>
  expect(judge(password)).toBe("about-you"),
);

it.each(["aaaaaaaaaaaa", "abababababab", "abcdefghijklm", "zyxwvutsrqpo"])("refuses %s, which is a pattern", (password) =>
  expect(judge(password)).not.toBeNull(),
);

it.each([
  "correct horse battery staple",
  "a long password",
  "quiet lantern over marmalade",
  "broadsheet is read by seven herons",
  "мой дядя самых честных",
  "x7!Kq#92mZpL",
])("takes %s", (password) => expect(judge(password)).toBeNull());

it("takes a password in either form of Unicode for the same", () => {
  expect(judge("Ａｄａｌｏｖｅｌａｃｅ１")).toBe("about-you");
});
