import { describe, expect, it } from "vitest";
import { readUnsubscribeToken, unsubscribeToken } from "@/lib/accounts/unsubscribe-token";
import { dueWelcomes, welcomeWindows } from "@/lib/billing/due-welcomes";
import { noticeMail } from "@/lib/billing/notice-mail";
import type { NoticeKind, Standing } from "@/lib/billing/types";
import { addMs, dayMs } from "@/lib/core/clock";

const joinedAt = new Date("2026-11-01T08:30:00Z");
const endsAt = addMs(joinedAt, 14 * dayMs);
const unsubscribeUrl = "https://paper.example/unsubscribe/ada";

const mail = (kind: NoticeKind, standing: Standing) =>
  noticeMail(kind, {
    name: "Ada",
    standing,
    plan: null,
    charge: null,
    dueAt: joinedAt,
    origin: "https://paper.example",
    unsubscribeUrl,
  });

describe("the mails of the first week", () => {
  it.each<[number, NoticeKind[]]>([
    [-1, []],
    [0, []],
    [1.99, []],
    [2, ["welcome-2-days"]],
    [3.99, ["welcome-2-days"]],
    [4, []],
    [7, ["welcome-7-days"]],
    [8.99, ["welcome-7-days"]],
    [9, []],
    [400, []],
  ])("%f days after the sign-up are %j", (days, kinds) => {
    expect(dueWelcomes(joinedAt, addMs(joinedAt, days * dayMs)).map(({ kind }) => kind)).toEqual(kinds);
  });

  it.each([-1, 0, 1.99, 2, 3.99, 4, 7, 8.99, 9])("are looked for among those who joined %f days ago just where they are due", (days) => {
    const now = addMs(joinedAt, days * dayMs);
    const looked = welcomeWindows(now).filter(({ after, until }) => joinedAt > after && joinedAt <= until);
    expect(looked.map(({ kind }) => kind)).toEqual(dueWelcomes(joinedAt, now).map(({ kind }) => kind));
  });

  it("are about one instant, so that each goes out once however often it is asked for", () => {
    const [early, late] = [2.1, 3.9].map((days) => dueWelcomes(joinedAt, addMs(joinedAt, days * dayMs)));
    expect(early).toEqual(late);
  });

  it("say how everything is read in one place, and where these mails are stopped", () => {
    const text = mail("welcome-2-days", { kind: "trialing", endsAt, daysLeft: 12 })?.text ?? "";
    expect(text).toContain("https://paper.example/titles");
    expect(text).toContain(unsubscribeUrl);
    expect(mail("welcome-2-days", { kind: "free", hadTrial: true })?.text).toContain("8 articles a month");
  });

  it("say when the trial ends, how to keep everything, and that leaving takes nothing", () => {
    const week = mail("welcome-7-days", { kind: "trialing", endsAt, daysLeft: 7 });
    expect(week?.subject).toBe("Your trial ends on 15 November 2026: keep it or leave it");
    expect(week?.text).toContain("https://paper.example/price");
    expect(week?.text).toContain("do nothing: your account is then free, nothing is charged by itself");
    expect(week?.text).toContain("https://paper.example/settings/data");
  });

  it("do not go to whoever left or has other news to hear", () => {
    const elsewhere: Standing[] = [
      { kind: "cancelled", endsAt },
      { kind: "lapsed", endedAt: joinedAt },
      { kind: "paused", openUntil: endsAt, resumesAt: endsAt },
      { kind: "past_due", graceEndsAt: endsAt, amountMinor: 999, currency: "USD" },
    ];
    for (const standing of elsewhere) expect([mail("welcome-2-days", standing), mail("welcome-7-days", standing)]).toEqual([null, null]);
  });
});

describe("the link that stops them", () => {
  it("names the account it was made for, and nobody without the secret can make another's", () => {
    const token = unsubscribeToken("the secret", "ada.1");
    expect(readUnsubscribeToken("the secret", token)).toBe("ada.1");
    expect(readUnsubscribeToken("another secret", token)).toBeNull();
    expect(readUnsubscribeToken("the secret", token.replace("ada.1", "eve.1"))).toBeNull();
    for (const broken of ["", ".", "ada.1", `${token}0`, token.slice(1)]) expect(readUnsubscribeToken("the secret", broken)).toBeNull();
  });
});
