import { afterAll, describe, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "x".repeat(40)));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { generateSync } from "otplib";
import { getViewer, requireStepUp } from "@/lib/accounts/guards";
import { proveByCode, proveByPassword } from "@/lib/accounts/step-up-commands";
import { readProof } from "@/lib/accounts/step-up-queries";
import {
  beginTwoFactor,
  confirmTwoFactorSetUp,
  forgetFreshCodes,
  removeTwoFactorApp,
  renewBackupCodes,
} from "@/lib/accounts/two-factor-commands";
import { readTwoFactor } from "@/lib/accounts/two-factor-queries";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { ageSessions, newPerson, signInElsewhere, worldPassword } from "../../support/account-world";
import type { Browser } from "../../support/browser-request";
import { createTestDatabase } from "../../support/test-database";

const { url, db, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, PUBLIC_URL: "http://localhost:3000" });
afterAll(async () => {
  await stopQueue();
  await close();
});

/** Sets up an app as its owner would. @returns what the app would show, and the backup codes */
async function setUpApp({ browser, userId }: { browser: Browser; userId: string }) {
  expect(await browser.ask(beginTwoFactor)).toMatchObject({ ok: true });
  const view = await browser.ask(() => readTwoFactor(new Date()));
  if (view?.kind !== "setting-up") throw new Error("No app is being set up.");
  const secret = new URL(view.uri).searchParams.get("secret") ?? "";
  const codeNow = () => generateSync({ secret });
  expect(await browser.ask(() => confirmTwoFactorSetUp({ code: codeNow() }))).toMatchObject({ ok: true });
  const on = await browser.ask(() => readTwoFactor(new Date()));
  const backupCodes = on?.kind === "on" ? (on.freshCodes ?? []) : [];
  /** Forgets which step was used last, as half a minute would. */
  const waitForNextCode = () => db.twoFactor.update({ where: { userId }, data: { lastStep: 0 } });
  return { codeNow, backupCodes, waitForNextCode };
}

const role = async (browser: Browser) => {
  const viewer = await browser.ask(getViewer);
  return viewer.kind === "account" ? viewer.role : viewer.kind;
};

describe("an authenticator app", () => {
  it("is asked for at every sign-in from then on, and a session without it is nobody's", async () => {
    const person = await newPerson(db);
    const app = await setUpApp(person);
    expect(await role(person.browser)).toBe("reader");
    const { browser, path } = await signInElsewhere(person.email);
    expect(path).toBe("/sign-in/second-step?returnTo=%2F");
    expect(await role(browser)).toBe("visitor");
    expect(await browser.ask(requireStepUp)).toEqual({ ok: false, error: { kind: "sign-in" } });
    expect(await browser.ask(() => proveByPassword({ password: worldPassword }))).toEqual({ ok: false, error: { kind: "sign-in" } });
    expect((await browser.ask(readProof))?.ways).toEqual({ password: false, code: true, passkey: false, mail: false });
    await app.waitForNextCode();
    const answer = await browser.ask(() => proveByCode({ code: app.codeNow(), returnTo: "/section/world" }));
    expect(answer).toEqual({ ok: true, value: "/section/world" });
    expect(await role(browser)).toBe("reader");
  });

  it("ends the sessions that did not show it", async () => {
    const person = await newPerson(db);
    const { browser: elsewhere } = await signInElsewhere(person.email);
    expect(await role(elsewhere)).toBe("reader");
    await setUpApp(person);
    expect(await role(elsewhere)).toBe("visitor");
    await ageSessions(db, person.userId, 11);
    expect(await elsewhere.ask(readProof)).toBeNull();
  });

  it("takes each code once, also from many at the same moment", async () => {
    const person = await newPerson(db);
    const app = await setUpApp(person);
    const replayed = app.codeNow();
    const browsers = await Promise.all([1, 2, 3, 4].map(async () => (await signInElsewhere(person.email)).browser));
    expect(await browsers[0]?.ask(() => proveByCode({ code: replayed }))).toEqual({ ok: false, error: { kind: "wrong-code" } });
    await app.waitForNextCode();
    const code = app.codeNow();
    const answers = await Promise.all(browsers.map((browser) => browser.ask(() => proveByCode({ code }))));
    expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  });
});

describe("an authenticator app, beside its codes,", () => {
  it("gives backup codes that open once each, shown until they were written down and kept as digests alone", async () => {
    const person = await newPerson(db);
    const { backupCodes } = await setUpApp(person);
    expect(new Set(backupCodes).size).toBe(10);
    const { backupCodes: kept } = await db.twoFactor.findUniqueOrThrow({ where: { userId: person.userId } });
    expect(kept.join()).not.toContain(backupCodes[0]);
    const first = await signInElsewhere(person.email);
    expect(await first.browser.ask(() => proveByCode({ code: backupCodes[0]?.toUpperCase().replace("-", " ") }))).toMatchObject({
      ok: true,
    });
    const second = await signInElsewhere(person.email);
    expect(await second.browser.ask(() => proveByCode({ code: backupCodes[0] }))).toMatchObject({ ok: false });
    await person.browser.ask(forgetFreshCodes);
    const view = await person.browser.ask(() => readTwoFactor(new Date()));
    expect(view).toMatchObject({ kind: "on", backupCodesLeft: 9, freshCodes: null });
    await person.browser.ask(renewBackupCodes);
    expect(await second.browser.ask(() => proveByCode({ code: backupCodes[1] }))).toMatchObject({ ok: false });
  });

  it("cannot be guessed: after ten wrong codes nobody is let in for a while, with the right one neither", async () => {
    const person = await newPerson(db);
    const app = await setUpApp(person);
    const { browser } = await signInElsewhere(person.email);
    const kinds: string[] = [];
    for (let guess = 0; guess < 11; guess++) {
      const answer = await browser.ask(() => proveByCode({ code: `wrong-${guess}` }));
      kinds.push(answer.ok ? "in" : answer.error.kind);
    }
    expect(kinds).toEqual([...Array(10).fill("wrong-code"), "too-many-attempts"]);
    await app.waitForNextCode();
    expect(await browser.ask(() => proveByCode({ code: app.codeNow() }))).toEqual({ ok: false, error: { kind: "too-many-attempts" } });
  });

  it("keeps its secret from whoever has the table", async () => {
    const person = await newPerson(db);
    await person.browser.ask(beginTwoFactor);
    const view = await person.browser.ask(() => readTwoFactor(new Date()));
    const { secret } = await db.twoFactor.findUniqueOrThrow({ where: { userId: person.userId } });
    const shown = view?.kind === "setting-up" ? view.secret.replaceAll(" ", "") : "";
    expect(shown).toMatch(/^[A-Z2-7]{32}$/);
    expect(secret).not.toContain(shown);
  });

  it("shows its secret and its codes only after a fresh proof, and changes nothing without one", async () => {
    const person = await newPerson(db);
    await person.browser.ask(beginTwoFactor);
    await ageSessions(db, person.userId, 6);
    expect(await person.browser.ask(() => readTwoFactor(new Date()))).toEqual({ kind: "off" });
    for (const command of [beginTwoFactor, () => confirmTwoFactorSetUp({ code: "123456" }), renewBackupCodes, removeTwoFactorApp])
      expect(await person.browser.ask(() => command())).toEqual({ ok: false, error: { kind: "step-up" } });
  });

  it("is gone with its codes when it is turned off, and tells the owner by mail", async () => {
    const person = await newPerson(db);
    await setUpApp(person);
    expect(await person.browser.ask(removeTwoFactorApp)).toMatchObject({ ok: true });
    expect((await signInElsewhere(person.email)).path).toBe("/");
    const jobs = await db.$queryRaw<{ data: { notice: string; to: string } }[]>`SELECT data FROM pgboss.job WHERE name = 'mail.notice'`;
    const notices = jobs.filter(({ data }) => data.to === person.email).map(({ data }) => data.notice);
    expect(notices.sort()).toEqual(["second-factor-off", "second-factor-on"]);
  });
});

describe("an editor", () => {
  it("counts as a reader until a second factor stands and was shown, and again once it is gone", async () => {
    const person = await newPerson(db);
    await db.user.update({ where: { id: person.userId }, data: { role: "editor" } });
    const { browser, path } = await signInElsewhere(person.email);
    expect(path).toBe("/sign-in/second-step?returnTo=%2F");
    expect(await role(browser)).toBe("reader");
    await setUpApp({ browser, userId: person.userId });
    expect(await role(browser)).toBe("editor");
    await browser.ask(removeTwoFactorApp);
    expect(await role(browser)).toBe("reader");
  });
});
