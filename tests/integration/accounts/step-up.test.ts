import { afterAll, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "x".repeat(40)));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));
const sent = vi.hoisted(() => [] as { to: string; text: string }[]);
vi.mock("@/lib/platform/mail/send-mail", () => ({
  sendMail: async (mail: { to: string; text: string }) => {
    sent.push(mail);
    return { ok: true, value: { messageId: "1", file: null } };
  },
}));

import { getViewer, requireStepUp } from "@/lib/accounts/guards";
import { mailProofCode, proveByMailCode, proveByPassword } from "@/lib/accounts/step-up-commands";
import { readProof } from "@/lib/accounts/step-up-queries";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { ageSessions, newPerson, worldPassword } from "../../support/account-world";
import { makeBrowser } from "../../support/browser-request";
import { createTestDatabase } from "../../support/test-database";

const { url, db, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, PUBLIC_URL: "http://localhost:3000" });
afterAll(async () => {
  await stopQueue();
  await close();
});

it("a visitor has nothing to prove", async () => {
  const browser = makeBrowser("192.0.2.1");
  expect(await browser.ask(requireStepUp)).toEqual({ ok: false, error: { kind: "sign-in" } });
  expect(await browser.ask(() => proveByPassword({ password: "x" }))).toEqual({ ok: false, error: { kind: "sign-in" } });
});

it("the password proves anew who somebody is for five minutes, under a new token", async () => {
  const { browser, userId } = await newPerson(db);
  expect(await browser.ask(requireStepUp)).toMatchObject({ ok: true });
  await ageSessions(db, userId, 6);
  expect(await browser.ask(requireStepUp)).toEqual({ ok: false, error: { kind: "step-up" } });
  const thief = makeBrowser("192.0.2.2");
  for (const [name, value] of browser.cookies) thief.cookies.set(name, value);
  expect(await browser.ask(() => proveByPassword({ password: "wrong" }))).toEqual({ ok: false, error: { kind: "wrong-password" } });
  const proven = await browser.ask(() => proveByPassword({ password: worldPassword, returnTo: "//evil.example" }));
  expect(proven).toEqual({ ok: true, value: "/" });
  expect(await browser.ask(requireStepUp)).toMatchObject({ ok: true });
  expect(await thief.ask(getViewer)).toEqual({ kind: "visitor" });
});

it("cannot be guessed", async () => {
  const { browser } = await newPerson(db);
  const kinds: string[] = [];
  for (let guess = 0; guess < 11; guess++) {
    const answer = await browser.ask(() => proveByPassword({ password: `guess ${guess}` }));
    kinds.push(answer.ok ? "in" : answer.error.kind);
  }
  expect(kinds.at(-1)).toBe("too-many-attempts");
  expect(await browser.ask(() => proveByPassword({ password: worldPassword }))).toEqual({
    ok: false,
    error: { kind: "too-many-attempts" },
  });
});

it("an account with nothing else is mailed a code, good once and for the session that asked", async () => {
  const { browser, userId, email } = await newPerson(db);
  expect(await browser.ask(mailProofCode)).toEqual({ ok: false, error: { kind: "unavailable" } });
  await db.account.deleteMany({ where: { userId } });
  expect((await browser.ask(readProof))?.ways.mail).toBe(true);
  await ageSessions(db, userId, 6);
  expect(await browser.ask(mailProofCode)).toMatchObject({ ok: true });
  const code = sent.find(({ to }) => to === email)?.text.match(/\b\d{8}\b/)?.[0] ?? "";
  const { value } = await db.verification.findFirstOrThrow({ where: { identifier: { startsWith: "step-up-" } } });
  expect(value).not.toContain(code);
  const other = await newPerson(db);
  expect(await other.browser.ask(() => proveByMailCode({ code }))).toEqual({ ok: false, error: { kind: "wrong-code" } });
  expect(await browser.ask(() => proveByMailCode({ code: "00000000" }))).toEqual({ ok: false, error: { kind: "wrong-code" } });
  expect(await browser.ask(() => proveByMailCode({ code }))).toMatchObject({ ok: true });
  expect(await browser.ask(requireStepUp)).toMatchObject({ ok: true });
  expect(await browser.ask(() => proveByMailCode({ code }))).toEqual({ ok: false, error: { kind: "wrong-code" } });
});
