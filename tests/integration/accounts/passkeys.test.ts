import { afterAll, describe, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "x".repeat(40)));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { getSession, getViewer } from "@/lib/accounts/guards";
import { addPasskey, nameOwnPasskey, proveByPasskey, removeOwnPasskey, signInWithPasskey } from "@/lib/accounts/passkey-commands";
import { askForProof, askForSignIn, readPasskeys } from "@/lib/accounts/passkey-queries";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { ageSessions, newPerson, signInElsewhere } from "../../support/account-world";
import { type Browser, makeBrowser } from "../../support/browser-request";
import { makeAuthenticator, type SoftAuthenticator } from "../../support/soft-authenticator";
import { createTestDatabase } from "../../support/test-database";

const origin = "http://localhost:3000";
const { url, db, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, PUBLIC_URL: origin });
afterAll(async () => {
  await stopQueue();
  await close();
});

type Changes = Parameters<SoftAuthenticator["create"]>[1];

async function add(browser: Browser, authenticator: SoftAuthenticator, changes?: Changes) {
  const page = await browser.ask(() => readPasskeys(new Date()));
  if (!page?.request) throw new Error("The page asks for no passkey.");
  const { options, token } = page.request;
  return browser.ask(() => addPasskey({ credential: authenticator.create(options, changes), token }));
}

async function personWithPasskey() {
  const person = await newPerson(db);
  const authenticator = makeAuthenticator(origin);
  expect(await add(person.browser, authenticator)).toEqual({ ok: true, value: undefined });
  return { ...person, authenticator };
}

let address = 0;
const newBrowser = () => makeBrowser(`192.0.${++address}.9`);

async function signInBy(authenticator: SoftAuthenticator, browser = newBrowser(), changes?: Changes) {
  const { options, token } = await askForSignIn(new Date());
  const answer = { credential: authenticator.get(options, changes), token, returnTo: "/section/world" };
  return { browser, answer, result: await browser.ask(() => signInWithPasskey(answer)) };
}

describe("a passkey", () => {
  it("signs in without a name, as a session that has shown its second factor", async () => {
    const { authenticator, userId } = await personWithPasskey();
    const { browser, result } = await signInBy(authenticator);
    expect(result).toEqual({ ok: true, value: "/section/world" });
    expect(await browser.ask(getViewer)).toMatchObject({ kind: "account", userId });
    const session = await browser.ask(getSession);
    expect(session).toMatchObject({ method: "passkey", secondFactorAt: expect.any(Date) });
    const stored = await db.passkey.findFirstOrThrow({ where: { userId } });
    expect(stored).toMatchObject({ counter: 2n, lastUsedAt: expect.any(Date), name: "This device" });
  });

  it("answers each question once, whoever sends it again", async () => {
    const { authenticator } = await personWithPasskey();
    const { answer } = await signInBy(authenticator);
    expect(await newBrowser().ask(() => signInWithPasskey(answer))).toMatchObject({ ok: false });
    // A counter of 0 does not count, so only the question itself can tell a replay.
    authenticator.counter = -1;
    await db.passkey.updateMany({ data: { counter: 0 } });
    const uncounted = await signInBy(authenticator);
    expect(uncounted.result).toMatchObject({ ok: true });
    expect(await newBrowser().ask(() => signInWithPasskey(uncounted.answer))).toEqual({ ok: false, error: { kind: "passkey-late" } });
  });

  it("whose counter went back is a copy, and opens nothing", async () => {
    const { authenticator } = await personWithPasskey();
    expect((await signInBy(authenticator)).result).toMatchObject({ ok: true });
    authenticator.counter = 1;
    expect((await signInBy(authenticator)).result).toEqual({ ok: false, error: { kind: "passkey-refused" } });
  });

  it.each([
    ["of another site's page", { origin: "https://evil.example" }],
    ["without its user verified", { flags: 1 }],
    ["that nobody has", { id: "bm9ib2R5" }],
  ])("%s opens nothing", async (_name, changes) => {
    const { authenticator } = await personWithPasskey();
    expect((await signInBy(authenticator, newBrowser(), changes)).result).toEqual({ ok: false, error: { kind: "passkey-refused" } });
  });

  it("answers no question that is old, foreign, or was asked for something else", async () => {
    const { authenticator, browser } = await personWithPasskey();
    const old = await askForSignIn(new Date(Date.now() - 5 * 60_000 - 1));
    const late = { credential: authenticator.get(old.options), token: old.token };
    expect(await newBrowser().ask(() => signInWithPasskey(late))).toEqual({ ok: false, error: { kind: "passkey-late" } });
    const proof = await browser.ask(() => askForProof(new Date()));
    const crossed = { credential: authenticator.get(proof?.options ?? "{}"), token: proof?.token ?? "" };
    expect(await newBrowser().ask(() => signInWithPasskey(crossed))).toEqual({ ok: false, error: { kind: "passkey-late" } });
    expect(await newBrowser().ask(() => signInWithPasskey({ credential: "{}", token: old.token }))).toMatchObject({ ok: false });
  });
});

describe("a passkey, once somebody is signed in,", () => {
  it("proves anew who somebody is under a new token; the old one is dead at once", async () => {
    const { authenticator, browser, userId } = await personWithPasskey();
    const before = new Map(browser.cookies);
    await ageSessions(db, userId, 60);
    const { options, token } = (await browser.ask(() => askForProof(new Date()))) ?? { options: "{}", token: "" };
    expect(JSON.parse(options).allowCredentials).toHaveLength(1);
    expect(await browser.ask(() => proveByPasskey({ credential: authenticator.get(options), token }))).toMatchObject({ ok: true });
    expect(await browser.ask(getViewer)).toMatchObject({ userId });
    const thief = newBrowser();
    for (const [name, value] of before) thief.cookies.set(name, value);
    expect(await thief.ask(getViewer)).toEqual({ kind: "visitor" });
  });

  it("of somebody else proves nothing", async () => {
    const [owner, other] = [await personWithPasskey(), await personWithPasskey()];
    const { options, token } = (await owner.browser.ask(() => askForProof(new Date()))) ?? { options: "{}", token: "" };
    const answer = { credential: other.authenticator.get(options), token };
    expect(await owner.browser.ask(() => proveByPasskey(answer))).toEqual({ ok: false, error: { kind: "passkey-refused" } });
  });

  it("is added only after a fresh proof, once, and without certificates that would have to be fetched for", async () => {
    const person = await newPerson(db);
    const authenticator = makeAuthenticator(origin);
    const chain = Buffer.from([0xa1, 0x63, 0x78, 0x35, 0x63, 0x81, 0x41, 0x00]);
    expect(await add(person.browser, authenticator, { format: "packed", statement: chain })).toMatchObject({ ok: false });
    expect(await add(person.browser, authenticator, { flags: 1 | 64 })).toEqual({ ok: false, error: { kind: "passkey-refused" } });
    expect(await add(person.browser, authenticator)).toMatchObject({ ok: true });
    expect(await add(person.browser, authenticator)).toEqual({ ok: false, error: { kind: "passkeys-full" } });
    await ageSessions(db, person.userId, 6);
    expect((await person.browser.ask(() => readPasskeys(new Date())))?.request).toBeNull();
    const asked = { credential: "{}", token: "" };
    expect(await person.browser.ask(() => addPasskey(asked))).toEqual({ ok: false, error: { kind: "step-up" } });
  });

  it("is renamed and removed by its owner alone", async () => {
    const [owner, other] = [await personWithPasskey(), await newPerson(db)];
    const { id } = await db.passkey.findFirstOrThrow({ where: { userId: owner.userId } });
    expect(await other.browser.ask(() => nameOwnPasskey({ id, name: "Mine" }))).toMatchObject({ ok: false });
    expect(await other.browser.ask(() => removeOwnPasskey({ id }))).toMatchObject({ ok: false });
    expect(await owner.browser.ask(() => nameOwnPasskey({ id, name: "Laptop" }))).toMatchObject({ ok: true });
    expect(await db.passkey.findFirst({ where: { id } })).toMatchObject({ name: "Laptop" });
    expect(await owner.browser.ask(() => removeOwnPasskey({ id }))).toMatchObject({ ok: true });
    expect((await signInBy(owner.authenticator)).result).toEqual({ ok: false, error: { kind: "passkey-refused" } });
  });
});

describe("an editor's passkey", () => {
  it("is asked for after the password, which alone adds no key beside it", async () => {
    const person = await personWithPasskey();
    await db.user.update({ where: { id: person.userId }, data: { role: "editor" } });
    const { browser, path } = await signInElsewhere(person.email);
    expect(path).toMatch(/^\/sign-in\/second-step/);
    expect(await browser.ask(getViewer)).toMatchObject({ role: "reader" });
    expect(await browser.ask(() => addPasskey({ credential: "{}", token: "" }))).toEqual({ ok: false, error: { kind: "step-up" } });
    const { options, token } = (await browser.ask(() => askForProof(new Date()))) ?? { options: "{}", token: "" };
    const answer = { credential: person.authenticator.get(options), token };
    expect(await browser.ask(() => proveByPasskey(answer))).toMatchObject({ ok: true });
    expect(await browser.ask(getViewer)).toMatchObject({ role: "editor" });
  });
});
