import { afterAll, beforeEach, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "x".repeat(40)));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { signIn, signUp } from "@/lib/accounts/commands";
import {
  askResetLetter,
  askSignInLetter,
  confirmAddress,
  confirmNewAddress,
  resetPassword,
  signInByCode,
  signInByLink,
} from "@/lib/accounts/letter-commands";
import { askProof, type ProofSecrets, sealProof } from "@/lib/accounts/mail-proof-store";
import { findSignedIn } from "@/lib/accounts/session-store";
import { askNewAddress, changePassword } from "@/lib/accounts/settings-commands";
import { isLinkOpen } from "@/lib/accounts/settings-queries";
import type { ProofPurpose } from "@/lib/accounts/types";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { type Browser, headers, makeBrowser } from "../../support/browser-request";
import { createTestDatabase } from "../../support/test-database";

const { url, db, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, PUBLIC_URL: "http://localhost:3000" });
afterAll(async () => {
  await stopQueue();
  await close();
});
beforeEach(() => db.rateLimiter.deleteMany());

const password = "quiet lantern over marmalade";
const whoIs = (browser: Browser) => browser.ask(async () => (await findSignedIn(await headers()))?.viewer ?? null);

/** Writes the newest letter to an address as the worker would. */
async function openLetter(purpose: ProofPurpose, email: string): Promise<ProofSecrets> {
  const { id } = await db.mailProof.findFirstOrThrow({ where: { purpose, email }, orderBy: { createdAt: "desc" } });
  const letter = await sealProof(id, new Date());
  if (!letter) throw new Error("The letter could not be written.");
  return letter;
}

async function signUpAs(name: string, address = "198.51.100.1"): Promise<{ browser: Browser; email: string }> {
  const browser = makeBrowser(address);
  const email = `${name}@example.com`;
  const made = await browser.ask(() => signUp({ name, email, password }));
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  return { browser, email };
}

it("signs in by a code once, and by a link once, each in any browser", async () => {
  const { email } = await signUpAs("code");
  const [one, other] = [makeBrowser("203.0.113.1"), makeBrowser("203.0.113.2")];
  expect(await one.ask(() => askSignInLetter({ email, returnTo: "/titles" }))).toEqual({ ok: true, value: "/titles" });
  const { code, token } = await openLetter("sign-in", email);
  expect(code).toMatch(/^\d{8}$/);
  expect(await one.ask(() => signInByCode({ email, code: `${code.slice(0, 4)} ${code.slice(4)}` }))).toEqual({
    ok: true,
    value: "/titles",
  });
  expect(await whoIs(one)).toMatchObject({ email, isEmailVerified: true });
  expect(await other.ask(() => signInByCode({ email, code }))).toMatchObject({ ok: false, error: { kind: "wrong-code" } });
  expect(await other.ask(() => signInByLink({ token }))).toMatchObject({ ok: false, error: { kind: "link-spent" } });
});

it("burns nothing when a scanner opens the link, and counts it once however many follow it at once", async () => {
  const { email } = await signUpAs("scanned");
  const browser = makeBrowser("203.0.113.3");
  await browser.ask(() => askSignInLetter({ email }));
  const { token } = await openLetter("sign-in", email);
  for (let visit = 0; visit < 5; visit++) expect(await browser.ask(() => isLinkOpen("sign-in", token))).toBe(true);
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, n) => makeBrowser(`203.0.113.${10 + n}`).ask(() => signInByLink({ token }))),
  );
  expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
  expect(await browser.ask(() => isLinkOpen("sign-in", token))).toBe(false);
});

it("makes an account for an unknown address, with one trial a person", async () => {
  const enter = async (email: string) => {
    const browser = makeBrowser("203.0.113.4");
    await browser.ask(() => askSignInLetter({ email }));
    const { token } = await openLetter("sign-in", email);
    expect(await browser.ask(() => signInByLink({ token }))).toEqual({ ok: true, value: "/welcome" });
    return db.user.findUniqueOrThrow({ where: { email } });
  };
  const first = await enter("new.reader@gmail.com");
  expect(first).toMatchObject({ name: "New Reader", emailVerified: true });
  expect(first.trialEndsAt).not.toBeNull();
  expect((await enter("newreader+again@googlemail.com")).trialEndsAt).toBeNull();
  expect((await db.trialClaim.findMany()).map((claim) => claim.emailDigest).join()).not.toMatch(/gmail/);
});

it("lets a code be guessed five times a letter, and leaves its link alone", async () => {
  const { email } = await signUpAs("guessed");
  const browser = makeBrowser("203.0.113.5");
  await browser.ask(() => askSignInLetter({ email }));
  const { code, token } = await openLetter("sign-in", email);
  const wrong = code === "00000000" ? "00000001" : "00000000";
  for (let guess = 0; guess < 5; guess++) await browser.ask(() => signInByCode({ email, code: wrong }));
  expect((await browser.ask(() => signInByCode({ email, code }))).ok).toBe(false);
  expect((await browser.ask(() => signInByLink({ token }))).ok).toBe(true);
});

it("keeps no secret of a letter in the database", async () => {
  const { email } = await signUpAs("hashed");
  await makeBrowser("203.0.113.6").ask(() => askSignInLetter({ email }));
  const { code, token } = await openLetter("sign-in", email);
  const kept = JSON.stringify([await db.mailProof.findMany(), await db.$queryRaw`SELECT data::text FROM pgboss.job`]);
  expect(kept).not.toContain(token);
  expect(kept).not.toContain(code);
});

it("sets a new password by a letter: nobody is signed in by it, every session ends, the link counts once", async () => {
  const { browser, email } = await signUpAs("forgetful");
  const other = makeBrowser("203.0.113.7");
  expect(await other.ask(() => askResetLetter({ email }))).toEqual(await other.ask(() => askResetLetter({ email: "nobody@example.com" })));
  const { token } = await openLetter("reset", email);
  const fresh = "seven grey herons waiting";
  expect(await other.ask(() => resetPassword({ token, password: "password1234" }))).toMatchObject({ error: { kind: "weak-password" } });
  expect((await other.ask(() => resetPassword({ token, password: fresh }))).ok).toBe(true);
  expect(await whoIs(other)).toBeNull();
  expect(await whoIs(browser)).toBeNull();
  expect((await other.ask(() => resetPassword({ token, password: fresh }))).ok).toBe(false);
  expect((await other.ask(() => signIn({ email, password }))).ok).toBe(false);
  expect((await other.ask(() => signIn({ email, password: fresh }))).ok).toBe(true);
});

it("asks for the second factor after a letter as after a password", async () => {
  const { email } = await signUpAs("second");
  await db.user.update({ where: { email }, data: { twoFactorEnabled: true, emailVerified: true } });
  const browser = makeBrowser("203.0.113.8");
  await browser.ask(() => askSignInLetter({ email, returnTo: "/titles" }));
  const { token } = await openLetter("sign-in", email);
  expect(await browser.ask(() => signInByLink({ token }))).toEqual({ ok: true, value: "/sign-in/second-step?returnTo=%2Ftitles" });
  expect(await whoIs(browser)).toBeNull();
});

it("takes every key from an account that was made in somebody else's name, once its address proves to be theirs", async () => {
  const { browser: thief, email } = await signUpAs("victim");
  const owner = makeBrowser("203.0.113.20");
  await owner.ask(() => askSignInLetter({ email }));
  const { token } = await openLetter("sign-in", email);
  expect((await owner.ask(() => signInByLink({ token }))).ok).toBe(true);
  expect(await whoIs(thief)).toBeNull();
  expect((await thief.ask(() => signIn({ email, password }))).ok).toBe(false);
  expect(await whoIs(owner)).toMatchObject({ email });
});

it("confirms an address for the account that is signed in, and for nobody who only has the link", async () => {
  const { browser, email } = await signUpAs("proud");
  const { id } = await db.user.findUniqueOrThrow({ where: { email } });
  await askProof({ purpose: "verify", email, userId: id, returnTo: "/" }, new Date());
  const { token } = await openLetter("verify", email);
  expect(await makeBrowser("203.0.113.21").ask(() => confirmAddress({ token }))).toMatchObject({ error: { kind: "sign-in" } });
  const { browser: stranger } = await signUpAs("stranger");
  expect((await stranger.ask(() => confirmAddress({ token }))).ok).toBe(false);
  expect((await browser.ask(() => confirmAddress({ token }))).ok).toBe(true);
  expect(await whoIs(browser)).toMatchObject({ isEmailVerified: true });
});

it("moves an account to a new address by the link that went there, and ends every other session", async () => {
  const { browser, email } = await signUpAs("mover");
  const second = makeBrowser("203.0.113.22");
  await second.ask(() => signIn({ email, password }));
  expect((await browser.ask(() => askNewAddress({ email: "moved@example.com" }))).ok).toBe(true);
  expect((await whoIs(browser))?.email).toBe(email);
  const { token } = await openLetter("new-address", "moved@example.com");
  expect((await browser.ask(() => confirmNewAddress({ token }))).ok).toBe(true);
  expect((await whoIs(browser))?.email).toBe("moved@example.com");
  expect(await whoIs(second)).toBeNull();
});

it("gives the changed password a new session token and ends all others", async () => {
  const { browser, email } = await signUpAs("changer");
  const second = makeBrowser("203.0.113.23");
  await second.ask(() => signIn({ email, password }));
  const before = new Map(browser.cookies);
  expect((await browser.ask(() => changePassword({ password: "nine slow ferries north" }))).ok).toBe(true);
  expect(await whoIs(browser)).toMatchObject({ email });
  expect(await whoIs(second)).toBeNull();
  const old = makeBrowser("203.0.113.24");
  for (const [name, value] of before) old.cookies.set(name, value);
  expect(await whoIs(old)).toBeNull();
});
