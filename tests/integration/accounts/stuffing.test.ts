import { afterAll, beforeAll, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("AUTH_SECRET", "x".repeat(40)));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));
const reached = vi.hoisted(() => new Map<string, number>());
vi.mock("@node-rs/argon2", async (original) => {
  const argon = await original<typeof import("@node-rs/argon2")>();
  const verify = (stored: string, password: string) => {
    const account = password.split(" ")[1] ?? "";
    reached.set(account, (reached.get(account) ?? 0) + 1);
    return argon.verify(stored, password);
  };
  // The cost is not what is tested here; a hundred thousand hashes at the real one would take minutes.
  return { ...argon, verify, hash: (password: string) => argon.hash(password, { memoryCost: 64, timeCost: 1, parallelism: 1 }) };
});

import { signIn, signUp } from "@/lib/accounts/commands";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { type Browser, makeBrowser } from "../../support/browser-request";
import { createTestDatabase } from "../../support/test-database";

const { url, db, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, PUBLIC_URL: "http://localhost:3000" });
afterAll(async () => {
  await stopQueue();
  await close();
});

const accountCount = 8;
const addressCount = 32;
const guessesPerAddress = 8;
const passwordOf = (account: number) => `zebra account${account} marmalade`;
const emailOf = (account: number) => `owner${account}@example.com`;
const owners: Browser[] = [];

beforeAll(async () => {
  for (let account = 0; account < accountCount; account++) {
    const owner = makeBrowser(`198.51.100.${account + 1}`);
    const made = await owner.ask(() => signUp({ name: "Owner", email: emailOf(account), password: passwordOf(account) }));
    if (!made.ok) throw new Error(JSON.stringify(made.error));
    owners.push(owner);
  }
});

const signInAs = (browser: Browser, account: number, password: string) => browser.ask(() => signIn({ email: emailOf(account), password }));

it("lets at most ten guesses of strangers at an account reach argon2, from however many networks, while its owner signs in throughout", async () => {
  const ownerAnswers: string[] = [];
  for (let round = 0; round < guessesPerAddress; round++) {
    for (let address = 0; address < addressCount; address++) {
      const stranger = makeBrowser(`203.0.${address}.${round + 1}`);
      await signInAs(stranger, (address + round) % accountCount, `guess account${(address + round) % accountCount} ${round}-${address}`);
    }
    const account = round % accountCount;
    const answer = await signInAs(owners[account] ?? makeBrowser("198.51.100.200"), account, passwordOf(account));
    ownerAnswers.push(answer.ok ? "in" : answer.error.kind);
  }
  const guesses = Array.from({ length: accountCount }, (_, account) => reached.get(`account${account}`) ?? 0);
  const ownTries = (account: number) =>
    Array.from({ length: guessesPerAddress }, (_, round) => round % accountCount).filter((each) => each === account).length;
  expect(Math.max(...guesses.map((count, account) => count - ownTries(account)))).toBeLessThanOrEqual(10);
  expect(new Set(ownerAnswers)).toEqual(new Set(["in"]));
});

it("counts ten thousand addresses of one /64 as one", async () => {
  const answers = new Set<string>();
  for (let host = 0; host < 120; host++) {
    const stranger = makeBrowser(`2001:db8:1:2:${(host * 83).toString(16)}::${host.toString(16)}`);
    const answer = await stranger.ask(() => signIn({ email: `nobody${host}@example.com`, password: `guess nobody ${host}` }));
    answers.add(answer.ok ? "in" : answer.error.kind);
  }
  expect(answers).toEqual(new Set(["wrong-credentials", "too-many-attempts"]));
});

it("answers an unknown address like a known one, until and after its budget is spent", async () => {
  const kinds = async (email: string, network: number) => {
    const answers: string[] = [];
    for (let guess = 0; guess < 7; guess++) {
      const answer = await makeBrowser(`192.0.2.${network}`).ask(() => signIn({ email, password: `guess someone ${guess}` }));
      answers.push(answer.ok ? "in" : answer.error.kind);
    }
    return answers;
  };
  await db.rateLimiter.deleteMany();
  expect(await kinds("nobody@example.com", 9)).toEqual(await kinds(emailOf(0), 9));
});

it("keeps neither addresses nor networks in the table of limits", async () => {
  const keys = (await db.rateLimiter.findMany({ select: { key: true } })).map(({ key }) => key);
  expect(keys.length).toBeGreaterThan(0);
  expect(keys.join()).not.toMatch(/example|192\.0/);
});
