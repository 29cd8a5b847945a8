import { afterAll, expect, it, vi } from "vitest";
import { auth } from "@/lib/accounts/auth-gateway";
import { demoAccounts, ensureDemoAccounts } from "@/lib/accounts/demo-accounts-store";
import { findSession, findViewer } from "@/lib/accounts/session-store";
import { sha256Hex } from "@/lib/core/hash";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { createTestDatabase } from "../../support/test-database";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "x".repeat(40)));

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, PUBLIC_URL: "http://localhost:3000" });
afterAll(async () => {
  await stopQueue();
  await close();
});

const ask = (path: string, body: object, headers: Record<string, string> = {}) =>
  auth().handler(
    new Request(`http://localhost:3000/api/auth${path}`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: "http://localhost:3000", "x-forwarded-for": "198.51.100.7", ...headers },
      body: JSON.stringify(body),
    }),
  );
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");

it("signs up with a trial of fourteen days, an argon2id hash and a session", async () => {
  const answer = await ask("/sign-up/email", { name: "Ada", email: "ada@example.com", password: "a long password" });
  expect(answer.status).toBe(200);
  const user = await db.user.findUniqueOrThrow({ where: { email: "ada@example.com" }, include: { accounts: true } });
  expect((user.trialEndsAt?.getTime() ?? 0) - user.createdAt.getTime()).toBeCloseTo(14 * 24 * 3600 * 1000, -4);
  expect(user.accounts[0]?.password).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  const viewer = await findViewer(new Headers({ cookie: cookieOf(answer) }));
  expect(viewer).toMatchObject({ kind: "account", email: "ada@example.com", role: "reader", paidUntil: null });
});

it("keeps the digest of a session's token, never the token", async () => {
  const answer = await ask("/sign-in/email", { email: "ada@example.com", password: "a long password" });
  const token = decodeURIComponent(/session=([^;]*)/.exec(cookieOf(answer))?.[1] ?? "").split(".")[0] ?? "";
  expect(token).toMatch(/^[\w-]{43}$/);
  const rows = await db.session.findMany({ select: { token: true } });
  expect(rows.map((row) => row.token)).toContain(sha256Hex(token));
  expect(rows.map((row) => row.token)).not.toContain(token);
  for (const row of rows) expect(row.token).toMatch(/^[0-9a-f]{64}$/);
});

it("takes neither role nor paid time from a form", async () => {
  const later = new Date("2099-01-01").toISOString();
  await ask("/sign-up/email", {
    name: "Mal",
    email: "mal@example.com",
    password: "a long password",
    role: "admin",
    paidUntil: later,
    trialEndsAt: later,
  });
  const user = await db.user.findUnique({ where: { email: "mal@example.com" } });
  expect(user?.role ?? "reader").toBe("reader");
  expect(user?.paidUntil ?? null).toBeNull();
  expect(user?.trialEndsAt?.getUTCFullYear() ?? 0).toBeLessThan(2099);
});

it("refuses a taken address and a wrong password", async () => {
  expect((await ask("/sign-up/email", { name: "Ada", email: "ada@example.com", password: "another password" })).status).toBe(422);
  expect((await ask("/sign-in/email", { email: "ada@example.com", password: "not her password" })).status).toBe(401);
  expect((await ask("/sign-in/email", { email: "nobody@example.com", password: "not her password" })).status).toBe(401);
});

it("knows nobody by a forged or ended session", async () => {
  expect(await findViewer(new Headers({ cookie: "broadsheet-session=forged.signature" }))).toEqual({ kind: "visitor" });
  const cookie = cookieOf(await ask("/sign-in/email", { email: "ada@example.com", password: "a long password" }));
  expect((await findViewer(new Headers({ cookie }))).kind).toBe("account");
  await ask("/sign-out", {}, { cookie });
  expect(await findViewer(new Headers({ cookie }))).toEqual({ kind: "visitor" });
});

it("makes the demo accounts once, whose reader has no trial left and whose publisher works for a sample title", async () => {
  const title = {
    slug: "sample",
    name: "Sample",
    homeUrl: "https://sample.example",
    country: "US",
    language: "en",
    colour: "#336699",
    initials: "P",
    licence: "feed",
    wall: "open",
  } as const;
  await db.publisher.create({ data: { ...title, isSample: true } });
  await ensureDemoAccounts("press-room-password", new Date());
  await ensureDemoAccounts("press-room-password", new Date());
  expect(await db.user.count({ where: { email: { in: demoAccounts.map((account) => account.email) } } })).toBe(5);
  const own = await db.user.findUnique({ where: { email: "publisher@broadsheet.example" }, select: { role: true, publisher: true } });
  expect(own).toMatchObject({ role: "publisher", publisher: { slug: "sample" } });
  const answer = await ask(
    "/sign-in/email",
    { email: "editor@broadsheet.example", password: "press-room-password" },
    { "x-forwarded-for": "198.51.100.1" },
  );
  const headers = new Headers({ cookie: cookieOf(answer) });
  // An editor who has shown no second factor counts as a reader, and is known for who is to show one.
  expect(await findViewer(headers)).toMatchObject({ kind: "account", role: "reader" });
  expect(await findSession(headers)).toMatchObject({ role: "editor", secondFactorAt: null, method: "password" });
});
