import { describe, expect, it } from "vitest";
import { dueNotices } from "@/lib/billing/due-notices";
import { noticeMail } from "@/lib/billing/notice-mail";
import { standingAt } from "@/lib/billing/standing-at";
import type { Books, NoticeKind, Subscription } from "@/lib/billing/types";
import { addMs, dayMs, hourMs } from "@/lib/core/clock";

const end = new Date("2026-12-22T10:00:00Z");
const daysBefore = (days: number): Date => addMs(end, -days * dayMs);
const trial: Books = { trialEndsAt: end, subscription: null, giftUntil: null };
const member = (facts: Partial<Subscription>): Books => ({
  trialEndsAt: null,
  giftUntil: null,
  subscription: {
    state: "active",
    plan: "yearly",
    currency: "USD",
    amountMinor: 9_900,
    periodStart: daysBefore(365),
    periodEnd: end,
    pastDueSince: null,
    cancelledAt: null,
    resumesAt: null,
    ...facts,
  },
});
const kinds = (books: Books, now: Date): NoticeKind[] => dueNotices(books, now).map(({ kind }) => kind);

describe("notices", () => {
  it.each<[number, NoticeKind[]]>([
    [3.1, []],
    [3, ["trial-3-days"]],
    [1.1, ["trial-3-days"]],
    [1, ["trial-1-day"]],
    [0.01, ["trial-1-day"]],
    [0, ["trial-over"]],
    [-1.9, ["trial-over"]],
    [-2, []],
  ])("%f days before a trial's end are %j", (days, expected) => {
    expect(kinds(trial, daysBefore(days))).toEqual(expected);
  });

  it("of a renewal go to those who pay by the year, a week before", () => {
    expect(kinds(member({}), daysBefore(8))).toEqual([]);
    expect(kinds(member({}), daysBefore(7))).toEqual(["renewal-soon"]);
    expect(kinds(member({ plan: "monthly" }), daysBefore(7))).toEqual([]);
    expect(kinds(member({ state: "cancelled" }), daysBefore(7))).toEqual([]);
  });

  it("warn before a grace, a pause and a present end", () => {
    const owing = member({ state: "past_due", pastDueSince: end });
    expect([kinds(owing, addMs(end, 4 * dayMs)), kinds(owing, addMs(end, 5 * dayMs))]).toEqual([[], ["grace-ending"]]);
    const paused = member({ state: "paused", periodEnd: daysBefore(30), resumesAt: end });
    expect([kinds(paused, daysBefore(4)), kinds(paused, daysBefore(3))]).toEqual([[], ["resumes-soon"]]);
    const given: Books = { ...trial, trialEndsAt: null, giftUntil: end };
    expect([kinds(given, daysBefore(8)), kinds(given, daysBefore(7))]).toEqual([[], ["gift-ending"]]);
  });
});

describe("their mails", () => {
  const mail = (kind: NoticeKind, books: Books, now: Date) => {
    const { plan = null, currency, amountMinor } = books.subscription ?? {};
    const charge = currency && amountMinor ? { currency, amountMinor } : null;
    return noticeMail(kind, {
      name: "Ada",
      standing: standingAt(books, now),
      plan,
      charge,
      dueAt: end,
      origin: "https://paper.example",
      unsubscribeUrl: "https://paper.example/unsubscribe/ada",
    });
  };

  it("say of a trial that nothing is charged by itself", () => {
    expect(mail("trial-3-days", trial, daysBefore(3))).toMatchObject({
      subject: "Your trial ends in 3 days",
      text: expect.stringContaining("until 22 December 2026. After that your account is free: nothing is charged by itself"),
    });
    expect(mail("trial-1-day", trial, daysBefore(0.5))?.subject).toBe("Your trial ends tomorrow");
  });

  it("are not sent once they are no longer so", () => {
    expect(mail("trial-3-days", member({}), daysBefore(3))).toBeNull();
    expect(mail("payment-failed", member({}), daysBefore(3))).toBeNull();
    expect(mail("ended", member({}), daysBefore(3))).toBeNull();
  });

  it("name sum and date of what is charged next, and where to stop it", () => {
    const text = mail("renewal-soon", member({}), daysBefore(7))?.text ?? "";
    expect(text).toContain("The next payment of $99 a year is on 22 December 2026.");
    expect(text).toContain("https://paper.example/membership");
  });

  it("are a receipt of a cancellation: open until then, and nothing more is charged", () => {
    const text = mail("cancelled", member({ state: "cancelled", cancelledAt: daysBefore(9) }), daysBefore(9))?.text ?? "";
    expect(text).toContain("Everything stays open to you until 22 December 2026. Nothing more is charged.");
    expect(mail("cancelled", member({ state: "lapsed" }), addMs(end, hourMs))?.text).toContain(
      "Your membership has ended. Nothing more is charged.",
    );
  });
});
