import { describe, expect, it } from "vitest";
import { mayRead } from "@/lib/entitlements/may-read";
import type { ReadableArticle, Viewer } from "@/lib/entitlements/types";

const now = new Date("2026-11-22T12:00:00Z");
const later = new Date(now.getTime() + 1);
const article = (access: ReadableArticle["access"], licence: ReadableArticle["licence"] = "partner"): ReadableArticle => ({
  id: 7,
  access,
  licence,
});
const account = (facts: Partial<Extract<Viewer, { kind: "account" }>> = {}): Viewer => ({
  kind: "account",
  userId: "u1",
  name: "Ada",
  email: "ada@example.com",
  role: "reader",
  trialEndsAt: null,
  paidUntil: null,
  ...facts,
});

describe("mayRead", () => {
  it("opens open text to everyone", () => {
    expect(mayRead({ kind: "visitor" }, article("open"), now).granted).toBe(true);
  });

  it("asks a visitor to sign up for registered and paid text", () => {
    for (const access of ["registered", "paid"] as const) {
      expect(mayRead({ kind: "visitor" }, article(access), now)).toEqual({ granted: false, reason: "sign-up" });
    }
  });

  it("opens registered text to any account and asks a free one to join for paid text", () => {
    expect(mayRead(account(), article("registered"), now).granted).toBe(true);
    expect(mayRead(account(), article("paid"), now)).toEqual({ granted: false, reason: "membership" });
  });

  it("never charges for text under the feed licence", () => {
    expect(mayRead(account(), article("paid", "feed"), now).granted).toBe(true);
  });

  it("ends trial and paid time at their very instant", () => {
    expect(mayRead(account({ trialEndsAt: later }), article("paid"), now).granted).toBe(true);
    expect(mayRead(account({ trialEndsAt: now }), article("paid"), now).granted).toBe(false);
    expect(mayRead(account({ paidUntil: later }), article("paid"), now).granted).toBe(true);
    expect(mayRead(account({ paidUntil: now }), article("paid"), now).granted).toBe(false);
  });

  it("opens everything to editors and admins", () => {
    for (const role of ["editor", "admin"] as const) expect(mayRead(account({ role }), article("paid"), now).granted).toBe(true);
  });

  it("grants one article only", () => {
    const decision = mayRead(account({ role: "admin" }), article("paid"), now);
    expect(decision.granted && decision.grant.articleId).toBe(7);
  });
});
