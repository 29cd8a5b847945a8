import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hasFullAccess, mayRead } from "@/lib/entitlements/may-read";
import type { ReadableArticle, Viewer } from "@/lib/entitlements/types";
import { accountViewer, readableArticle } from "../../support/account-viewer";

const now = new Date("2026-03-01T12:00:00.000Z");
const visitor: Viewer = { kind: "visitor" };

const access = fc.constantFrom<ReadableArticle["access"]>("open", "registered", "metered", "lead_in", "paid");
const licence = fc.constantFrom<ReadableArticle["licence"]>("partner", "feed", "headline");
// The neighbours of the instant itself are where an end is read wrongly.
const edges = [-1, 0, 1].map((offsetMs) => new Date(now.getTime() + offsetMs));
const end = fc.oneof(
  fc.constant(null),
  fc.constantFrom(...edges),
  fc.date({ noInvalidDate: true, min: new Date("1970-01-01"), max: new Date("2100-01-01") }),
);
const article = fc.record({
  id: fc.integer({ min: 1, max: 12 }),
  publisherId: fc.integer({ min: 1, max: 3 }),
  access,
  licence,
  embargoUntil: fc.option(fc.constantFrom(...edges), { freq: 8 }),
  takenDownAt: fc.option(fc.constantFrom(...edges), { freq: 8 }),
});
/** As almost every article is: neither withdrawn nor under embargo. */
const freeOf = (what: ReadableArticle): ReadableArticle => ({ ...what, embargoUntil: null, takenDownAt: null });
const role = fc.constantFrom("reader" as const, "publisher" as const, "editor" as const, "admin" as const);
const accountOf = (roles: typeof role | fc.Arbitrary<"reader">) =>
  fc.record({
    kind: fc.constant("account" as const),
    userId: fc.string(),
    name: fc.string(),
    email: fc.string(),
    role: roles,
    isEmailVerified: fc.boolean(),
    publisherId: fc.option(fc.integer({ min: 1, max: 3 })),
    trialEndsAt: end,
    paidUntil: end,
    clockAheadSec: fc.constant(0),
    meterReadIds: fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { maxLength: 9 }),
    mutes: fc.constant([]),
  });
const account = accountOf(role);
const reader = accountOf(fc.constant("reader" as const));
const viewer: fc.Arbitrary<Viewer> = fc.oneof(fc.constant(visitor), account);

const mayReadAt = (who: Viewer, what: ReadableArticle, at: Date = now): boolean => mayRead(who, what, at).granted;
const hold = <T extends unknown[]>(property: fc.IProperty<T>) => fc.assert(property, { numRuns: 1_000 });

const reasons = ["sign-up", "membership", "meter", "meter-used", "embargo", "taken-down"];

describe("may-read over its whole matrix", () => {
  it("answers every viewer and article, always alike, and changes nothing", () => {
    hold(
      fc.property(viewer, article, (who, what) => {
        const before = structuredClone({ who, what });
        const decision = mayRead(who, what, now);
        expect(decision).toEqual(mayRead(who, what, now));
        expect({ who, what }).toEqual(before);
        if (!decision.granted) expect(reasons).toContain(decision.reason);
      }),
    );
  });

  it("grants the one article that was asked about", () => {
    hold(
      fc.property(viewer, article, (who, what) => {
        const decision = mayRead(who, what, now);
        if (decision.granted) expect(decision.grant.articleId).toBe(what.id);
      }),
    );
  });

  it("refuses no account what a visitor may read", () => {
    hold(fc.property(account, article, (who, what) => !mayReadAt(visitor, what) || mayReadAt(who, what)));
  });

  it("refuses no member what a free account may read", () => {
    hold(
      fc.property(reader, article, (who, what) => {
        const free: Viewer = { ...who, trialEndsAt: null, paidUntil: null };
        return !mayReadAt(free, what) || mayReadAt(who, what);
      }),
    );
  });

  it("takes nothing from an account that gains a later end or a higher role", () => {
    hold(
      fc.property(reader, article, fc.nat(), role, (who, what, moreMs, higher) => {
        const later = (date: Date | null) => new Date((date ?? now).getTime() + moreMs);
        const gained: Viewer = { ...who, trialEndsAt: later(who.trialEndsAt), paidUntil: later(who.paidUntil), role: higher };
        return !mayReadAt(who, what) || mayReadAt(gained, what);
      }),
    );
  });

  it("never gives back by waiting what it refuses now", () => {
    hold(
      fc.property(viewer, article, fc.nat(), (who, what, waitedMs) => {
        const then = new Date(now.getTime() + waitedMs);
        const published = { ...what, embargoUntil: null };
        return mayReadAt(who, published) || !mayReadAt(who, published, then);
      }),
    );
  });

  it("refuses no one a text that a laxer wall or the feed's own licence would give", () => {
    hold(
      fc.property(viewer, article, (who, what) => {
        const registered = mayReadAt(who, { ...what, access: "registered" });
        const open = mayReadAt(who, { ...what, access: "open" });
        const paid = mayReadAt(who, { ...what, access: "paid" });
        const metered = mayReadAt(who, { ...what, access: "metered" });
        return (!paid || metered) && (!metered || registered) && (!registered || open);
      }),
    );
  });
});

describe("may-read's fixed points", () => {
  it("gives visitors open texts and nothing else, and asks them to sign up", () => {
    hold(
      fc.property(article.map(freeOf), (what) => {
        const decision = mayRead(visitor, what, now);
        expect(decision.granted).toBe(what.access === "open");
        if (!decision.granted) expect(decision.reason).toBe("sign-up");
      }),
    );
  });

  it("gives any account registered texts and whatever a feed carries itself", () => {
    const isCharged = (what: ReadableArticle) => what.licence !== "feed" && !["open", "registered"].includes(what.access);
    hold(fc.property(account, article.map(freeOf), (who, what) => isCharged(what) || mayReadAt(who, what)));
  });

  it("gives a partner's paid text to staff and to those whose trial or paid time has not ended", () => {
    hold(
      fc.property(account, fc.integer({ min: 1 }), (who, id) => {
        const decision = mayRead(who, readableArticle({ id, publisherId: 99 }), now);
        const isRunning = [who.trialEndsAt, who.paidUntil].some((date) => date !== null && date.getTime() > now.getTime());
        expect(decision.granted).toBe(who.role === "editor" || who.role === "admin" || isRunning);
        expect(decision.granted).toBe(hasFullAccess(who, now));
        if (!decision.granted) expect(decision.reason).toBe("membership");
      }),
    );
  });

  it("counts the instant of the end as over", () => {
    const ending = (trialEndsAt: Date): Viewer => accountViewer({ trialEndsAt });
    expect(mayReadAt(ending(now), readableArticle())).toBe(false);
    expect(mayReadAt(ending(new Date(now.getTime() + 1)), readableArticle())).toBe(true);
  });

  it("refuses what it does not know: an end that is no date, an access or role from a later version", () => {
    const paid = readableArticle();
    const known: Viewer = accountViewer({ trialEndsAt: new Date(Number.NaN) });
    expect(mayReadAt(known, paid)).toBe(false);
    expect(mayReadAt({ ...known, role: JSON.parse('"owner"') }, paid)).toBe(false);
    expect(mayReadAt(known, { ...paid, access: JSON.parse('"auctioned"') })).toBe(false);
    expect(mayReadAt(visitor, { ...paid, access: JSON.parse("null") })).toBe(false);
  });
});
