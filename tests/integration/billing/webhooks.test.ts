import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import { POST } from "@/app/api/webhooks/[provider]/route";
import { sandboxProvider } from "@/lib/billing/sandbox-gateway";
import { settleMembership } from "@/lib/jobs/handlers/settle-membership";
import { env } from "@/lib/platform/env";
import { silentLog } from "@/lib/platform/log";
import { stopQueue } from "@/lib/platform/queue";
import { hookRequest, makeReader, payForMembership } from "../../support/billing-house";
import { createTestDatabase } from "../../support/test-database";
import { testSecret } from "../../support/test-secret";

vi.hoisted(() => vi.stubEnv("LOG_LEVEL", "silent"));

const { db, url, close } = await createTestDatabase();
Object.assign(env(), {
  DATABASE_URL: url,
  AUTH_SECRET: testSecret,
  PUBLIC_URL: "http://localhost:3000",
  DATA_DIR: "/tmp/broadsheet-billing",
});

const context = { log: silentLog, now: () => new Date() };
const deliver = async (request: Request, provider = "sandbox") => (await POST(request, { params: Promise.resolve({ provider }) })).status;

let userId = "";
let bodies: string[] = [];
let jobs: { customerId: string; sessionId: string | null }[] = [];

beforeAll(async () => {
  userId = await makeReader(db);
  const { customerId, subscriptionId } = await payForMembership(userId);
  const provider = sandboxProvider();
  await provider.cancelAtPeriodEnd(subscriptionId, "a");
  await provider.undoCancel(subscriptionId, "b");
  await provider.cancelAtPeriodEnd(subscriptionId, "c");
  const events = await db.sandboxEvent.findMany({ where: { customerId }, orderBy: { position: "asc" } });
  bodies = events.map((event) => event.body);
  jobs = bodies.map((body) => ({ customerId, sessionId: JSON.parse(body).data.session }));
});

/** Our side knows nothing again; the provider's stays. */
const forget = async (): Promise<void> => {
  await db.$executeRaw`WITH a AS (DELETE FROM membership), b AS (DELETE FROM membership_event), c AS (DELETE FROM membership_notice),
    d AS (DELETE FROM billing_webhook), e AS (DELETE FROM invoice), f AS (DELETE FROM pgboss.job WHERE name IN ('mail.membership', 'billing.settle'))
    UPDATE "user" SET paid_until = NULL`;
};
beforeEach(forget);

afterAll(async () => {
  await stopQueue();
  await close();
});

async function ourBooks() {
  const {
    readAt: _r,
    createdAt: _c,
    updatedAt: _u,
    cancelledAt: _a,
    ...membership
  } = await db.membership.findUniqueOrThrow({ where: { userId } });
  const { paidUntil } = await db.user.findUniqueOrThrow({ where: { id: userId } });
  const ledger = (await db.membershipEvent.findMany({ orderBy: { id: "asc" } })).map((line) => line.kind);
  const notices = (await db.membershipNotice.findMany({ orderBy: { kind: "asc" } })).map((notice) => notice.kind);
  const invoices = (await db.invoice.findMany({ orderBy: { number: "asc" } })).map(({ number, status, amountMinor }) => ({
    number,
    status,
    amountMinor,
  }));
  return { membership, paidUntil, ledger, notices, invoices, events: await db.billingWebhook.count() };
}

const settle = (index: number) => settleMembership(jobs[index] ?? { customerId: null, sessionId: null }, context);

it("comes to one state with one effect in all 720 orders of six events, each sent twice", { timeout: 900_000 }, async () => {
  expect(bodies).toHaveLength(6);
  const seen = new Set<string>();
  for (const [turn, order] of permutations([0, 1, 2, 3, 4, 5]).entries()) {
    await forget();
    for (const [position, index] of order.entries()) {
      expect(await deliver(hookRequest(bodies[index] ?? ""))).toBe(200);
      // The job of whichever event comes at this place runs before the others have come.
      if (position === turn % 6) await settle(index);
    }
    const again = await Promise.all(order.map((index) => deliver(hookRequest(bodies[index] ?? ""))));
    expect(again).toEqual([200, 200, 200, 200, 200, 200]);
    seen.add(JSON.stringify(await ourBooks()));
  }
  expect(seen.size).toBe(1);
  expect(JSON.parse([...seen][0] ?? "")).toMatchObject({
    membership: { state: "cancelled", plan: "monthly", currency: "USD", amountMinor: 999, provider: "sandbox" },
    ledger: ["started", "cancelled"],
    notices: ["cancelled", "started"],
    invoices: [{ status: "paid", amountMinor: 999 }],
    events: 6,
  });
});

it("comes to the same with fifty deliveries and twelve settlings at once", async () => {
  const deliveries = Array.from({ length: 50 }, (_, index) => deliver(hookRequest(bodies[index % 6] ?? "")));
  const settlings = Array.from({ length: 12 }, (_, index) => settle(index % 6));
  expect(new Set(await Promise.all(deliveries))).toEqual(new Set([200]));
  await Promise.all(settlings);
  const books = await ourBooks();
  expect(books).toMatchObject({ ledger: ["started", "cancelled"], notices: ["cancelled", "started"], events: 6 });
  const mails = await db.$queryRaw<{ count: bigint }[]>`SELECT count(*) FROM pgboss.job WHERE name = 'mail.membership'`;
  expect(Number(mails[0]?.count)).toBe(2);
});

it("refuses forged, altered, stale and unsigned events, and providers that take no payments of ours", async () => {
  const body = bodies[0] ?? "";
  expect(await deliver(hookRequest(body, new Date(), "another secret"))).toBe(400);
  expect(await deliver(hookRequest(body, new Date(Date.now() - 301_000)))).toBe(400);
  const altered = new Request(hookRequest(body), { body: body.replace("cus_", "cux_") });
  expect(await deliver(altered)).toBe(400);
  expect(await deliver(new Request("http://localhost:3000/api/webhooks/sandbox", { method: "POST", body }))).toBe(400);
  expect(await deliver(hookRequest("not json"))).toBe(400);
  expect(await deliver(hookRequest(body), "stripe")).toBe(404);
  expect(await deliver(hookRequest("x".repeat(256 * 1024 + 1)))).toBe(413);
  expect(await db.billingWebhook.count()).toBe(0);
});

it("refuses events of the mode our key is not of", async () => {
  const live = JSON.stringify({ ...JSON.parse(bodies[0] ?? "{}"), livemode: true });
  expect(await deliver(hookRequest(live))).toBe(400);
  expect(await db.billingWebhook.count()).toBe(0);
});

function permutations(all: number[]): number[][] {
  if (all.length <= 1) return [all];
  return all.flatMap((first) => permutations(all.filter((each) => each !== first)).map((rest) => [first, ...rest]));
}
