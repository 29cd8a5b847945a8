import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { settleCheckout } from "@/lib/billing/checkout-store";
import { moveSandboxClock } from "@/lib/billing/sandbox-clock-store";
import { sandboxProvider } from "@/lib/billing/sandbox-gateway";
import { billingTerms } from "@/lib/billing/terms-gateway";
import type { Price } from "@/lib/billing/types";
import { addMs, dayMs, daySec } from "@/lib/core/clock";
import { type RunningWorker, startWorker } from "@/lib/jobs/start-worker";
import { env } from "@/lib/platform/env";
import { silentLog } from "@/lib/platform/log";
import { enqueue } from "@/lib/platform/queue";
import { makeReader, monthly, payForMembership } from "../../support/billing-house";
import { type MailServer, startMailServer } from "../../support/mail-server";
import { createTestDatabase } from "../../support/test-database";
import { testSecret } from "../../support/test-secret";
import { workThrough } from "../../support/working-queue";

vi.hoisted(() => vi.stubEnv("LOG_LEVEL", "silent"));

const { db, url, close } = await createTestDatabase();
const yearly: Price = { plan: "yearly", currency: "USD", amountMinor: 9_900, providerPriceId: null };
let server: MailServer;
let worker: RunningWorker;

beforeAll(async () => {
  server = await startMailServer();
  Object.assign(env(), { DATABASE_URL: url, AUTH_SECRET: testSecret, PUBLIC_URL: "http://localhost:3000", SMTP_URL: server.url });
  worker = await startWorker({ webOrigin: "http://127.0.0.1:9", newsroomOrigin: null, scope: "sample" }, silentLog);
});
afterAll(async () => {
  await worker.stop(5_000);
  await server.close();
  await close();
});

async function join(price: Price = monthly, card?: "fails-later") {
  const userId = await makeReader(db, { trialEndsAt: null });
  const { sessionId, customerId, subscriptionId } = await payForMembership(userId, price, card);
  expect(await settleCheckout(sessionId, billingTerms(new Date()))).toMatchObject({ ok: true });
  await workThrough(db);
  return { userId, customerId, subscriptionId, mails: () => server.subjectsTo(`${userId}@example.com`) };
}

/** Days pass on one account's clock; what came of it at the provider is settled, and the notices that the move asked for go out. */
async function wait(userId: string, days: number, customerId: string | null = null): Promise<void> {
  await moveSandboxClock(userId, days * daySec, new Date());
  const settle = { name: "billing.settle" as const, data: { customerId, sessionId: null }, key: customerId ?? "nobody" };
  await workThrough(db, ...(customerId ? [settle] : []));
}

const textOf = (subject: string): string => server.mails.findLast((mail) => mail.subject === subject)?.text ?? "";

it("tells of a trial three days and one day before its end, and afterwards that nothing was charged", async () => {
  const userId = await makeReader(db);
  for (const days of [11.5, 2, 1]) await wait(userId, days);
  expect(server.subjectsTo(`${userId}@example.com`)).toEqual([
    "Your trial ends in 3 days",
    "Your trial ends tomorrow",
    "Your trial is over, and nothing was charged",
  ]);
  expect(textOf("Your trial ends tomorrow")).toContain("nothing is charged by itself");
});

it("tells of a year's renewal with its date and sum a week before", async () => {
  const { userId, customerId, mails } = await join(yearly);
  await wait(userId, 359, customerId);
  expect(mails()).toEqual(["You are a member of Broadsheet", expect.stringMatching(/^Your membership renews on /)]);
  expect(textOf(mails().at(-1) ?? "")).toMatch(/The next payment of \$99 a year is on \d+ \w+ \d{4}\./);
});

it("tells of a payment that failed, and again before the grace ends", async () => {
  const { userId, customerId, mails } = await join(monthly, "fails-later");
  await wait(userId, 32, customerId);
  await wait(userId, 4.5, customerId);
  expect(mails()).toEqual(["You are a member of Broadsheet", "A payment did not go through", "Your membership is about to end"]);
  expect(textOf("Your membership is about to end")).toContain("/membership");
});

it("sends the receipt of a cancellation, and word when the membership has ended", async () => {
  const { userId, customerId, subscriptionId, mails } = await join();
  await sandboxProvider().cancelAtPeriodEnd(subscriptionId, `cancel ${subscriptionId}`);
  await wait(userId, 1, customerId);
  await wait(userId, 40, customerId);
  expect(mails()).toEqual(["You are a member of Broadsheet", "Receipt: you have cancelled your membership", "Your membership has ended"]);
  expect(textOf("Receipt: you have cancelled your membership")).toContain("Nothing more is charged.");
});

it("keeps a mail while the server is away, and gives one up that the server refuses for good", async () => {
  const [waiting, refused] = [await makeReader(db), await makeReader(db)];
  await db.user.update({ where: { id: refused }, data: { email: "nobody@example.com" } });
  Object.assign(env(), { SMTP_URL: "smtp://127.0.0.1:1" });
  const dueAt = addMs(new Date(), 3 * dayMs);
  const notice = { kind: "trial-3-days", dueAt: dueAt.toISOString() };
  await enqueue({ name: "mail.membership", data: { userId: waiting, ...notice } });
  const states = () => db.$queryRaw<{ state: string }[]>`SELECT state::text FROM pgboss.job WHERE data->>'userId' = ${waiting}`;
  await vi.waitFor(async () => expect(await states()).toEqual([{ state: "retry" }]), { timeout: 20_000, interval: 100 });
  Object.assign(env(), { SMTP_URL: server.url });
  await db.$executeRaw`UPDATE pgboss.job SET start_after = now() WHERE data->>'userId' = ${waiting}`;
  await workThrough(db, { name: "mail.membership", data: { userId: refused, ...notice } });
  expect(server.subjectsTo(`${waiting}@example.com`)).toEqual(["Your trial ends in 14 days"]);
  expect(server.subjectsTo("nobody@example.com")).toEqual([]);
});
