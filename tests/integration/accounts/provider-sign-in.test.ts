import { OAuth2Server } from "oauth2-mock-server";
import { afterAll, beforeEach, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "x".repeat(40)));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { signUp } from "@/lib/accounts/commands";
import { finishProvider, startLinking, startProvider } from "@/lib/accounts/provider-commands";
import { findSignedIn } from "@/lib/accounts/session-store";
import { listProviders } from "@/lib/accounts/settings-queries";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { type Browser, headers, makeBrowser } from "../../support/browser-request";
import { createTestDatabase } from "../../support/test-database";

type Claims = { sub: string; email: string; email_verified: boolean; name: string };

const { url, db, close } = await createTestDatabase();
const provider = new OAuth2Server();
await provider.issuer.keys.generate("RS256");
await provider.start(0, "127.0.0.1");
const origin = "http://localhost:3000";
Object.assign(env(), {
  DATABASE_URL: url,
  PUBLIC_URL: origin,
  OIDC_NAME: "Guild",
  OIDC_ISSUER: provider.issuer.url,
  OIDC_CLIENT_ID: "broadsheet",
  OIDC_CLIENT_SECRET: "a secret of the test",
});
let claims: Claims;
/** What the provider says beside them. */
let forged: Record<string, string> = {};
provider.service.on("beforeTokenSigning", (token) => Object.assign(token.payload, claims, { aud: "broadsheet" }, forged));

afterAll(async () => {
  await provider.stop();
  await stopQueue();
  await close();
});
beforeEach(async () => {
  await db.rateLimiter.deleteMany();
});

const whoIs = (browser: Browser) => browser.ask(async () => (await findSignedIn(await headers()))?.viewer ?? null);
const password = "quiet lantern over marmalade";

/** Goes to the provider and comes back with its answer. @returns the address of the answer */
async function goThere(browser: Browser, start: () => ReturnType<typeof startProvider>): Promise<URL> {
  const started = await browser.ask(start);
  if (!started.ok) throw new Error(JSON.stringify(started.error));
  const answer = await fetch(started.value, { redirect: "manual" });
  return new URL(answer.headers.get("location") ?? "");
}

function comeBack(browser: Browser, answer: URL): Promise<string> {
  return browser.ask(async () => finishProvider(new Request(answer, { headers: await headers() })));
}

async function enter(browser: Browser, as: Claims, returnTo = "/titles"): Promise<string> {
  claims = as;
  return comeBack(browser, await goThere(browser, () => startProvider({ provider: "oidc", returnTo })));
}

it("shows a button for what is configured and for nothing else", () => {
  expect(listProviders()).toEqual([{ id: "oidc", name: "Guild" }]);
});

it("signs up and in by a provider, with state, PKCE and nonce", async () => {
  const browser = makeBrowser("198.51.100.1");
  const started = await browser.ask(() => startProvider({ provider: "oidc", returnTo: "/titles" }));
  const asked = new URL(started.ok ? started.value : "").searchParams;
  expect(asked.get("code_challenge_method")).toBe("S256");
  for (const name of ["state", "nonce", "code_challenge"]) expect(asked.get(name)?.length ?? 0).toBeGreaterThan(20);
  const ada = { sub: "ada", email: "ada@example.com", email_verified: true, name: "Ada" };
  expect(await enter(browser, ada)).toBe("/titles");
  expect(await whoIs(browser)).toMatchObject({ email: ada.email, isEmailVerified: true });
  expect(await db.session.findFirst({ select: { method: true } })).toEqual({ method: "oidc" });
  expect(await enter(makeBrowser("198.51.100.2"), ada)).toBe("/titles");
  expect(await db.user.count({ where: { email: ada.email } })).toBe(1);
  const kept = await db.account.findFirst({
    where: { providerId: "oidc" },
    select: { accessToken: true, idToken: true, refreshToken: true },
  });
  expect(kept).toEqual({ accessToken: null, idToken: null, refreshToken: null });
});

it("takes no answer in a browser that did not ask for it, none twice, and none with another nonce", async () => {
  const [asker, thief] = [makeBrowser("198.51.100.3"), makeBrowser("198.51.100.4")];
  claims = { sub: "cy", email: "cy@example.com", email_verified: true, name: "Cy" };
  const answer = await goThere(asker, () => startProvider({ provider: "oidc" }));
  expect(await comeBack(thief, answer)).toMatch(/^\/sign-in\?error=/);
  expect(await whoIs(thief)).toBeNull();
  const own = await goThere(asker, () => startProvider({ provider: "oidc" }));
  await comeBack(asker, own);
  expect(await whoIs(asker)).not.toBeNull();
  const again = makeBrowser("198.51.100.5");
  for (const [name, value] of asker.cookies) if (!name.includes("session")) again.cookies.set(name, value);
  expect(await comeBack(again, own)).toMatch(/^\/sign-in\?error=/);
  const other = makeBrowser("198.51.100.6");
  forged = { nonce: "another" };
  expect(await comeBack(other, await goThere(other, () => startProvider({ provider: "oidc" })))).toMatch(/error=/);
  forged = {};
  expect(await whoIs(other)).toBeNull();
});

it("does not add a provider to an account whose address nobody has proven: its maker may be waiting in it", async () => {
  const thief = makeBrowser("198.51.100.7");
  await thief.ask(() => signUp({ name: "Thief", email: "victim@example.com", password }));
  const owner = makeBrowser("198.51.100.8");
  const back = await enter(owner, { sub: "victim", email: "victim@example.com", email_verified: true, name: "Victim" });
  expect(back).toContain("error=account_not_linked");
  expect(await whoIs(owner)).toBeNull();
});

it("does not let an address that the provider has not proven into the account that owns it", async () => {
  const owner = makeBrowser("198.51.100.9");
  await owner.ask(() => signUp({ name: "Bea", email: "bea@example.com", password }));
  await db.user.update({ where: { email: "bea@example.com" }, data: { emailVerified: true } });
  const thief = makeBrowser("198.51.100.10");
  const back = await enter(thief, { sub: "mallory", email: "bea@example.com", email_verified: false, name: "Mallory" });
  expect(back).toContain("error=account_not_linked");
  expect(await whoIs(thief)).toBeNull();
  // Both sides proven: that is the same person.
  expect(await enter(thief, { sub: "bea", email: "bea@example.com", email_verified: true, name: "Bea" })).toBe("/titles");
});

it("adds a provider to whoever is signed in, and another account's key to nobody", async () => {
  const browser = makeBrowser("198.51.100.11");
  await browser.ask(() => signUp({ name: "Dee", email: "dee@example.com", password }));
  claims = { sub: "dee", email: "dee.elsewhere@example.org", email_verified: true, name: "Dee" };
  const answer = await goThere(browser, () => startLinking({ provider: "oidc" }));
  expect(await comeBack(browser, answer)).toBe("/settings?done=way-added");
  expect(await whoIs(browser)).toMatchObject({ email: "dee@example.com" });
  const other = makeBrowser("198.51.100.12");
  await other.ask(() => signUp({ name: "Eve", email: "eve@example.com", password }));
  const stolen = await goThere(other, () => startLinking({ provider: "oidc" }));
  expect(await comeBack(other, stolen)).toMatch(/^\/settings\?error=/);
});

it("asks for the second factor after a provider as after a password", async () => {
  await db.user.update({ where: { email: "ada@example.com" }, data: { twoFactorEnabled: true } });
  const browser = makeBrowser("198.51.100.13");
  const back = await enter(browser, { sub: "ada", email: "ada@example.com", email_verified: true, name: "Ada" });
  expect(back).toBe("/sign-in/second-step?returnTo=%2Ftitles");
  expect(await whoIs(browser)).toBeNull();
});
