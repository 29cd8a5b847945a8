import { expect, it } from "vitest";
import { cancelWords } from "@/components/membership/cancel-words";
import { holdDays } from "@/components/membership/date-words";
import { listWays } from "@/components/membership/list-ways";
import { standingFacts, standingWords } from "@/components/membership/standing-words";
import type { Standing } from "@/lib/billing/types";

const now = new Date("2026-11-22T12:00:00Z");
const day = (iso: string) => new Date(`${iso}T09:00:00Z`);

const standings: Record<Standing["kind"], Standing> = {
  free: { kind: "free", hadTrial: true },
  trialing: { kind: "trialing", endsAt: day("2026-12-01"), daysLeft: 9 },
  active: { kind: "active", plan: "monthly", renewsAt: day("2026-12-22"), amountMinor: 999, currency: "USD" },
  gifted: { kind: "gifted", endsAt: day("2027-05-22") },
  past_due: { kind: "past_due", graceEndsAt: day("2026-11-29"), amountMinor: 849, currency: "GBP" },
  cancelled: { kind: "cancelled", endsAt: day("2026-12-22") },
  paused: { kind: "paused", openUntil: day("2026-12-22"), resumesAt: day("2027-02-22") },
  lapsed: { kind: "lapsed", endedAt: day("2026-11-02") },
};

it.each([
  ["free", "Your trial is over, and nothing was charged."],
  ["trialing", "Your trial runs for 9 more days, until 1 December 2026."],
  ["active", "You are a member until 22 December 2026; then $9.99 a month."],
  ["gifted", "You are a member until 22 May 2027, as a present."],
  ["past_due", "Your last payment of £8.49 did not go through."],
  ["cancelled", "Your membership is cancelled and runs until 22 December 2026."],
  ["paused", "Your membership is paused until 22 February 2027."],
  ["lapsed", "Your membership ended on 2 November 2026."],
] as const)("says in one sentence where an account stands that is %s", (kind, sentence) => {
  expect(standingWords(standings[kind], now).sentence).toBe(sentence);
});

it.each(["trialing", "gifted"] as const)("promises whoever is %s that nothing is charged when it ends", (kind) => {
  expect(standingWords(standings[kind], now).after).toMatch(/nothing is charged/i);
});

it("counts one day of trial as one", () => {
  expect(standingWords({ kind: "trialing", endsAt: day("2026-11-23"), daysLeft: 1 }, now).sentence).toBe(
    "Your trial runs for one more day, until 23 November 2026.",
  );
});

it("tells a pause to come from one that has begun", () => {
  expect(standingWords(standings.paused, now).after).toContain("until 22 December 2026");
  expect(standingWords(standings.paused, day("2027-01-05")).after).not.toContain("Every title");
});

it("names the next payment and its day, and none where none comes", () => {
  const next = (standing: Standing) => standingFacts(standing, "monthly", null, now).find(({ term }) => term === "Next payment")?.words;
  expect(next(standings.active)).toBe("$9.99 on 22 December 2026");
  expect(next(standings.past_due)).toBe("£8.49, due now");
  expect(next(standings.paused)).toBe("None before 22 February 2027");
  expect([standings.free, standings.trialing, standings.gifted, standings.cancelled, standings.lapsed].map(next)).toEqual(
    Array.from({ length: 5 }, () => "None"),
  );
});

it("says what a present still opens beside a membership, and nothing of one that is over", () => {
  const terms = (giftUntil: Date) => standingFacts(standings.active, "monthly", giftUntil, now).map(({ term }) => term);
  expect(terms(day("2027-01-10"))).toContain("Your present");
  expect(terms(day("2026-10-01"))).not.toContain("Your present");
});

it.each(["active", "past_due", "paused"] as const)("lets whoever is %s cancel, and says that nothing more is charged", (kind) => {
  expect(listWays(standings[kind])).toContain("cancel");
  expect(cancelWords(standings[kind], now).charged).toBe("Nothing more is charged.");
});

it.each(["free", "trialing", "lapsed"] as const)("offers a membership to whoever is %s and has nothing to cancel", (kind) => {
  expect(listWays(standings[kind])).toEqual(["join"]);
});

it("asks nobody whose reading is a present to pay for the days they have", () => {
  expect(listWays(standings.gifted)).toEqual(["read", "see-prices"]);
});

it("tells a reader who cancels until when everything stays open", () => {
  expect(cancelWords(standings.active, now).ends).toBe("Every title stays open to you until 22 December 2026.");
  expect(cancelWords(standings.paused, now).ends).toBe("Every title stays open to you until 22 December 2026.");
  expect(cancelWords(standings.past_due, now).ends).toContain("ends with your cancelling");
});

it("keeps the words of a day on one line", () => {
  expect(holdDays("until 22 December 2026; then")).toBe("until 22\u00a0December\u00a02026; then");
});
