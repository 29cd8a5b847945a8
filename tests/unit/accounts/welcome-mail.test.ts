import { expect, it } from "vitest";
import { welcomeMail } from "@/lib/accounts/welcome-mail";

const facts = { name: "Ada", trialEndsAt: new Date("2026-12-06T10:00:00Z"), origin: "https://paper.example", confirmUrl: null };

it("says until when every title is open, and that nothing is charged by itself", () => {
  const { subject, text } = welcomeMail(facts);
  expect(subject).toBe("Welcome to Broadsheet");
  expect(text).toContain("open to you until 6 December 2026");
  expect(text).toContain("nothing is charged by itself");
  expect(text).toContain("https://paper.example/");
});

it("promises no trial to an account without one", () => {
  expect(welcomeMail({ ...facts, trialEndsAt: null }).text).not.toContain("until");
});

it("leads to where the address is confirmed, as long as it is not", () => {
  const confirmUrl = "https://paper.example/verify?token=abc";
  expect(welcomeMail({ ...facts, confirmUrl }).text).toContain(confirmUrl);
  expect(welcomeMail(facts).text).not.toContain("Confirm");
});
