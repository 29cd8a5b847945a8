import { describe, expect, it } from "vitest";
import { product } from "@/lib/core/product";
import { mayRead } from "@/lib/entitlements/may-read";
import type { ReadableArticle } from "@/lib/entitlements/types";
import { accountViewer, readableArticle } from "../../support/account-viewer";

const now = new Date("2026-11-22T12:00:00Z");
const later = new Date(now.getTime() + 1);
const article = (access: ReadableArticle["access"], licence: ReadableArticle["licence"] = "partner") =>
  readableArticle({ access, licence });
const account = accountViewer;

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

describe("mayRead with policies of its own", () => {
  it("opens a metered text once it was chosen, offers it while some are left, and says when none are", () => {
    const spent = Array.from({ length: product.meterPerMonth }, (_, index) => 100 + index);
    const metered = article("metered");
    expect(mayRead(account(), metered, now)).toEqual({ granted: false, reason: "meter" });
    expect(mayRead(account({ meterReadIds: [7] }), metered, now)).toMatchObject({ granted: true, by: "meter" });
    expect(mayRead(account({ meterReadIds: spent }), metered, now)).toEqual({ granted: false, reason: "meter-used" });
    expect(mayRead(account({ meterReadIds: [...spent.slice(1), 7] }), metered, now).granted).toBe(true);
    expect(mayRead(account({ meterReadIds: [7] }), article("paid"), now)).toEqual({ granted: false, reason: "membership" });
    expect(mayRead({ kind: "visitor" }, metered, now)).toEqual({ granted: false, reason: "sign-up" });
  });

  it("opens a gift's own article to anyone until it expires, and no other", () => {
    const gift = { articleId: 7, expiresAt: later };
    expect(mayRead({ kind: "visitor" }, article("paid"), now, gift)).toMatchObject({ granted: true, by: "gift" });
    expect(mayRead({ kind: "visitor" }, article("paid"), later, gift).granted).toBe(false);
    expect(mayRead({ kind: "visitor" }, readableArticle({ id: 8 }), now, gift).granted).toBe(false);
  });

  it("opens a title to its own people, and no other title", () => {
    const own = account({ role: "publisher", publisherId: 3 });
    expect(mayRead(own, article("paid"), now)).toMatchObject({ granted: true, by: "publisher" });
    expect(mayRead(own, readableArticle({ publisherId: 4 }), now).granted).toBe(false);
    expect(mayRead(account({ role: "publisher" }), article("paid"), now).granted).toBe(false);
    expect(mayRead(account({ publisherId: 3 }), article("paid"), now).granted).toBe(false);
  });

  it("keeps an embargo from all but staff and the title itself, until its very instant", () => {
    const held = readableArticle({ access: "open", embargoUntil: later });
    const gift = { articleId: 7, expiresAt: new Date(later.getTime() + 1) };
    expect(mayRead(account({ paidUntil: gift.expiresAt }), held, now, gift)).toEqual({ granted: false, reason: "embargo" });
    expect(mayRead({ kind: "visitor" }, held, later).granted).toBe(true);
    expect(mayRead(account({ role: "editor" }), held, now).granted).toBe(true);
    expect(mayRead(account({ role: "publisher", publisherId: 3 }), held, now).granted).toBe(true);
  });

  it("shuts what was withdrawn to everyone", () => {
    const withdrawn = readableArticle({ access: "open", takenDownAt: now });
    const gift = { articleId: 7, expiresAt: later };
    for (const who of [{ kind: "visitor" } as const, account({ role: "admin" }), account({ role: "publisher", publisherId: 3 })]) {
      expect(mayRead(who, withdrawn, now, gift)).toEqual({ granted: false, reason: "taken-down" });
    }
  });
});
