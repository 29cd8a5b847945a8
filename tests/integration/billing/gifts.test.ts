import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { settleCheckout } from "@/lib/billing/checkout-store";
import { giftCode } from "@/lib/billing/gift-code";
import { findGiftByCode, insertGift, redeemGiftCode } from "@/lib/billing/gift-store";
import { giftPrice } from "@/lib/billing/prices";
import { sandboxProvider } from "@/lib/billing/sandbox-gateway";
import { paySandboxSession } from "@/lib/billing/sandbox-session-store";
import { billingTerms } from "@/lib/billing/terms-gateway";
import { sendGiftMail } from "@/lib/jobs/handlers/send-gift-mail";
import { sendMembershipMail } from "@/lib/jobs/handlers/send-membership-mail";
import { env } from "@/lib/platform/env";
import { silentLog } from "@/lib/platform/log";
import { stopQueue } from "@/lib/platform/queue";
import { makeReader } from "../../support/billing-house";
import { createTestDatabase } from "../../support/test-database";
import { testSecret } from "../../support/test-secret";

vi.hoisted(() => vi.stubEnv("LOG_LEVEL", "silent"));

const { db, url, close } = await createTestDatabase();
const dataDir = await mkdtemp(path.join(os.tmpdir(), "broadsheet-gifts-"));
Object.assign(env(), { DATABASE_URL: url, AUTH_SECRET: testSecret, DATA_DIR: dataDir, PUBLIC_URL: "http://localhost:3000" });
const context = { log: silentLog, now: () => new Date() };
const terms = () => billingTerms(new Date());

afterAll(async () => {
  await stopQueue();
  await rm(dataDir, { recursive: true, force: true });
  await close();
});

async function buy(giverId: string, id: string) {
  const price = giftPrice(terms().prices, 6, "EUR");
  if (!price) throw new Error("no price");
  const facts = { months: 6, recipientEmail: "friend@example.com", message: "For the long evenings." };
  await insertGift({ id, giverId, price, provider: "sandbox", ...facts }, testSecret, new Date());
  const account = { userId: giverId, email: "giver@example.com", customerId: null };
  const pages = { successUrl: "http://localhost:3000/back", cancelUrl: "http://localhost:3000/" };
  const opened = await sandboxProvider().startCheckout({ kind: "gift", attemptId: id, ...account, price, months: 6, ...pages });
  if (!opened.ok) throw new Error(opened.error.kind);
  return opened.value.sessionId;
}

const pay = (sessionId: string) => paySandboxSession(sessionId, { card: "pays", last4: "4242", needsConfirmation: false }, new Date());

it("opens months of reading to whoever has the code, once, and only once it is paid", async () => {
  const [giver, reader, late] = [await makeReader(db), await makeReader(db, { trialEndsAt: null }), await makeReader(db)];
  const sessionId = await buy(giver, "gift-1");
  const code = giftCode(testSecret, "gift-1");
  expect(await settleCheckout(sessionId, terms())).toMatchObject({ value: { kind: "unpaid" } });
  expect(await findGiftByCode(code)).toBeNull();
  expect(await redeemGiftCode(code, reader, terms())).toBeNull();
  await pay(sessionId);
  await settleCheckout(sessionId, terms());
  expect(await settleCheckout(sessionId, terms())).toMatchObject({ value: { kind: "gift", giftId: "gift-1" } });
  expect(await findGiftByCode(code)).toEqual({ months: 6, message: "For the long evenings.", state: "open" });
  const opened = await Promise.all([redeemGiftCode(code, reader, terms()), redeemGiftCode(code, late, terms())]);
  expect(opened.filter((books) => books !== null)).toHaveLength(1);
  expect(await findGiftByCode(code)).toMatchObject({ state: "redeemed" });
  expect(await db.invoice.count()).toBe(1);
  const jobs = await db.$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM pgboss.job WHERE name = 'mail.gift'`;
  expect(Number(jobs[0]?.count)).toBe(2);
});

it("writes the code to its buyer and to whom it is for, and says so when it is opened", async () => {
  const [giver, reader] = [await makeReader(db), await makeReader(db, { trialEndsAt: null })];
  const sessionId = await buy(giver, "gift-2");
  await pay(sessionId);
  await settleCheckout(sessionId, terms());
  for (const to of ["giver", "recipient"] as const) await sendGiftMail({ giftId: "gift-2", giverId: giver, to }, context);
  const code = giftCode(testSecret, "gift-2");
  await redeemGiftCode(code, reader, terms());
  const notice = await db.membershipNotice.findFirstOrThrow({ where: { userId: reader } });
  await sendMembershipMail({ userId: reader, kind: "gift-opened", dueAt: notice.dueAt.toISOString() }, context);
  const mails = await readOutbox();
  expect(mails).toHaveLength(3);
  const spelled = code.match(/.{5}/g)?.join("-") ?? "";
  expect(mails.filter((mail) => mail.includes(spelled))).toHaveLength(2);
  expect(mails.find((mail) => mail.includes("To: friend@example.com"))).toContain("For the long evenings.");
  expect(mails.find((mail) => mail.includes(`To: ${reader}@example.com`))).toContain("Your present is open");
});

async function readOutbox(): Promise<string[]> {
  const folder = path.join(dataDir, "outbox");
  const names = (await readdir(folder)).toSorted();
  return Promise.all(names.map((name) => readFile(path.join(folder, name), "utf8")));
}
