import { afterAll, describe, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("LOG_LEVEL", "silent"));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import {
  buyGift,
  cancelMembership,
  changePlan,
  endForErasure,
  finishCheckout,
  openPortal,
  pauseMembership,
  redeemGift,
  resumeMembership,
  startCheckout,
  undoCancel,
} from "@/lib/billing/commands";
import { paySandboxSession } from "@/lib/billing/sandbox-session-store";
import { addMs, dayMs } from "@/lib/core/clock";
import type { Result } from "@/lib/core/result";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { ageSessions, newPerson } from "../../support/account-world";
import { type Browser, makeBrowser } from "../../support/browser-request";
import { createTestDatabase } from "../../support/test-database";
import { testSecret } from "../../support/test-secret";

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, AUTH_SECRET: testSecret, PUBLIC_URL: "http://localhost:3000" });
afterAll(async () => {
  await stopQueue();
  await close();
});

const monthly = { plan: "monthly", currency: "USD" };

function got<T>(result: Result<T, { kind: string }>): T {
  if (!result.ok) throw new Error(result.error.kind);
  return result.value;
}

/** The sandbox's number of the page that a checkout led to. */
const sessionOf = (address: string): string => new URL(address).pathname.split("/").at(-1) ?? "";

const pay = (sessionId: string) => paySandboxSession(sessionId, { card: "pays", last4: "4242", needsConfirmation: false }, new Date());

/** Somebody new who went through the checkout and paid. */
async function newMember(form = monthly) {
  const person = await newPerson(db);
  const sessionId = sessionOf(got(await person.browser.ask(() => startCheckout(form))).url);
  await pay(sessionId);
  expect(await person.browser.ask(() => finishCheckout(sessionId))).toMatchObject({ ok: true, value: { kind: "membership" } });
  return { ...person, sessionId };
}

type Command = () => Promise<Result<unknown, { kind: string }>>;

/** Every command with a form that it would take. */
const commands: [string, Command][] = [
  ["startCheckout", () => startCheckout(monthly)],
  ["cancelMembership", () => cancelMembership({})],
  ["undoCancel", undoCancel],
  ["pauseMembership", () => pauseMembership({ months: "1" })],
  ["resumeMembership", resumeMembership],
  ["changePlan", () => changePlan({ plan: "yearly" })],
  ["openPortal", openPortal],
  ["buyGift", () => buyGift({ months: "3", currency: "USD" })],
  ["redeemGift", () => redeemGift({ code: "ABCDE-ABCDE-ABCDE-ABCDE" })],
  ["endForErasure", endForErasure],
];

describe("every command on a membership", () => {
  it.each(commands)("%s wants somebody signed in", async (_name, command) => {
    expect(await makeBrowser("192.0.2.9").ask(command)).toEqual({ ok: false, error: { kind: "sign-in" } });
  });

  it.each(commands)("%s does nothing for another site's page", async (_name, command) => {
    const foreign = makeBrowser("192.0.2.9", "Firefox", { "sec-fetch-site": "cross-site" });
    expect(await foreign.ask(command)).toEqual({ ok: false, error: { kind: "unavailable" } });
  });

  it("that changes cards, plans or the account wants a fresh proof", async () => {
    const { browser, userId } = await newMember();
    await ageSessions(db, userId, 6);
    const guarded: Command[] = [openPortal, () => changePlan({ plan: "yearly" }), endForErasure];
    for (const command of guarded) expect(await browser.ask(command)).toEqual({ ok: false, error: { kind: "step-up" } });
    expect(await browser.ask(() => cancelMembership({}))).toMatchObject({ ok: true });
  });

  it.each<[string, (browser: Browser) => Promise<Result<unknown, { kind: string }>>]>([
    ["a plan that is none", (browser) => browser.ask(() => startCheckout({ plan: "weekly", currency: "USD" }))],
    ["a currency without a price", (browser) => browser.ask(() => startCheckout({ plan: "monthly", currency: "CHF" }))],
    ["a field of somebody's own", (browser) => browser.ask(() => startCheckout({ ...monthly, amountMinor: 1 }))],
    ["a pause of a year", (browser) => browser.ask(() => pauseMembership({ months: "12" }))],
    ["a present of five months", (browser) => browser.ask(() => buyGift({ months: "5", currency: "USD" }))],
    ["a present in a currency without a price", (browser) => browser.ask(() => buyGift({ months: "3", currency: "CHF" }))],
    ["half a code", (browser) => browser.ask(() => redeemGift({ code: "ABCDE" }))],
    ["a code that we never made", (browser) => browser.ask(() => redeemGift({ code: "ABCDE-ABCDE-ABCDE-ABCDE" }))],
    ["a checkout by no name of a checkout", (browser) => browser.ask(() => finishCheckout("../etc"))],
  ])("refuses %s", async (_what, command) => {
    const { browser } = await newPerson(db);
    expect(await command(browser)).toMatchObject({ ok: false, error: { kind: "invalid" } });
    expect(await db.checkoutAttempt.count({ where: { amountMinor: 1 } })).toBe(0);
  });

  it.each(commands.filter(([name]) => /cancel|undo|pause|resume|change|portal/i.test(name)))(
    "%s makes no sense without a membership",
    async (_name, command) => {
      const { browser } = await newPerson(db);
      expect(await browser.ask(command)).toEqual({ ok: false, error: { kind: "not-now" } });
    },
  );
});

describe("a checkout", () => {
  it("pressed twice is one try, and grants nothing before it is paid", async () => {
    const { browser, userId } = await newPerson(db);
    const [first, second] = [await browser.ask(() => startCheckout(monthly)), await browser.ask(() => startCheckout(monthly))];
    expect(got(first)).toEqual(got(second));
    expect(await browser.ask(() => finishCheckout(sessionOf(got(first).url)))).toEqual({ ok: true, value: { kind: "pending" } });
    expect(await db.user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({ paidUntil: null });
  });

  it("opens nothing for somebody else who knows its name, and nothing to whoever names none", async () => {
    const { browser } = await newPerson(db);
    const stranger = await newPerson(db);
    const sessionId = sessionOf(got(await browser.ask(() => startCheckout(monthly))).url);
    await pay(sessionId);
    expect(await stranger.browser.ask(() => finishCheckout(sessionId))).toEqual({ ok: false, error: { kind: "not-now" } });
    expect(await stranger.browser.ask(() => finishCheckout("cs_nobody"))).toEqual({ ok: false, error: { kind: "not-now" } });
    expect(await db.user.findUniqueOrThrow({ where: { id: stranger.userId } })).toMatchObject({ paidUntil: null });
    expect(await browser.ask(() => finishCheckout(sessionId))).toMatchObject({ ok: true, value: { standing: { kind: "active" } } });
  });

  it("is not opened for whoever is a member already", async () => {
    const { browser } = await newMember();
    expect(await browser.ask(() => startCheckout(monthly))).toEqual({ ok: false, error: { kind: "not-now" } });
  });
});

describe("a membership that goes on", () => {
  it("is cancelled with a receipt and a reason that is kept without a name, and kept again", async () => {
    const { browser, email, userId } = await newMember();
    const { endsAt, mailedTo } = got(await browser.ask(() => cancelMembership({ reason: "  Too little time. " })));
    expect([mailedTo, endsAt > addMs(new Date(), 27 * dayMs)]).toEqual([email, true]);
    const kept = await db.membershipEvent.findMany({ where: { data: { path: ["reason"], equals: "Too little time." } } });
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept.map(({ data, accountKey }) => [data, accountKey]))).not.toContain(userId);
    expect(await browser.ask(() => cancelMembership({}))).toEqual({ ok: false, error: { kind: "not-now" } });
    expect(await browser.ask(undoCancel)).toMatchObject({ ok: true, value: { kind: "active" } });
    expect(await browser.ask(undoCancel)).toEqual({ ok: false, error: { kind: "not-now" } });
  });

  it("pauses and goes on again", async () => {
    const { browser } = await newMember();
    expect(await browser.ask(() => pauseMembership({ months: "2" }))).toMatchObject({ ok: true, value: { kind: "paused" } });
    expect(await browser.ask(() => pauseMembership({ months: "2" }))).toEqual({ ok: false, error: { kind: "not-now" } });
    expect(await browser.ask(resumeMembership)).toMatchObject({ ok: true, value: { kind: "active" } });
  });

  it("changes to the other plan in its own currency, and not to the one it has", async () => {
    const { browser } = await newMember({ plan: "monthly", currency: "EUR" });
    expect(await browser.ask(() => changePlan({ plan: "monthly" }))).toEqual({ ok: false, error: { kind: "not-now" } });
    expect(await browser.ask(() => changePlan({ plan: "yearly" }))).toMatchObject({
      ok: true,
      value: { kind: "active", plan: "yearly", currency: "EUR", amountMinor: 9_900 },
    });
  });

  it("has a page at the provider for its card, which leads back to the membership", async () => {
    const { browser } = await newMember();
    const { url: page } = got(await browser.ask(openPortal));
    expect(page).toMatch(/^http:\/\/localhost:3000\/sandbox\/portal\//);
    expect(await db.sandboxPortal.findUniqueOrThrow({ where: { id: sessionOf(page) } })).toMatchObject({
      returnUrl: "http://localhost:3000/membership",
    });
  });

  it("ends at once and for good before its account is erased, and an account without one has nothing to end", async () => {
    const { browser, userId } = await newMember();
    expect(await browser.ask(endForErasure)).toEqual({ ok: true, value: undefined });
    expect(await db.sandboxSubscription.findFirstOrThrow({ where: { customer: { clientReference: userId } } })).toMatchObject({
      status: "ended",
    });
    expect(await browser.ask(endForErasure)).toEqual({ ok: true, value: undefined });
    expect(await (await newPerson(db)).browser.ask(endForErasure)).toEqual({ ok: true, value: undefined });
  });
});

describe("a present", () => {
  it("shows its code to its buyer alone, once it is paid, and opens its months once", async () => {
    const [giver, friend, late] = [await newPerson(db), await newPerson(db), await newPerson(db)];
    const bought = got(await giver.browser.ask(() => buyGift({ months: "3", currency: "USD", recipientEmail: "", message: "Read well." })));
    const sessionId = sessionOf(bought.url);
    expect(await giver.browser.ask(() => finishCheckout(sessionId))).toEqual({ ok: true, value: { kind: "pending" } });
    await pay(sessionId);
    expect(await friend.browser.ask(() => finishCheckout(sessionId))).toEqual({ ok: false, error: { kind: "not-now" } });
    const told = got(await giver.browser.ask(() => finishCheckout(sessionId)));
    const code = told.kind === "gift" ? told.code : "";
    expect(told).toMatchObject({ kind: "gift", months: 3, recipientEmail: null });
    expect(await friend.browser.ask(() => redeemGift({ code: code.toLowerCase() }))).toMatchObject({ ok: true });
    expect(await late.browser.ask(() => redeemGift({ code }))).toMatchObject({ ok: false, error: { kind: "invalid" } });
    const { membership, trialEndsAt } = await db.user.findUniqueOrThrow({ where: { id: friend.userId }, include: { membership: true } });
    expect((membership?.giftUntil ?? new Date(0)) > addMs(trialEndsAt ?? new Date(), 85 * dayMs)).toBe(true);
  });
});
