import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("LOG_LEVEL", "silent"));

import { checkPayouts } from "@/lib/jobs/handlers/check-payouts";
import { closePayouts } from "@/lib/jobs/handlers/close-payouts";
import { findRound } from "@/lib/payouts/round-store";
import { env } from "@/lib/platform/env";
import { silentLog as log } from "@/lib/platform/log";
import { stopQueue } from "@/lib/platform/queue";
import { createTestDatabase } from "../../support/test-database";
import { day, emptyBooks, secret, storeMembers, storeShelf } from "../payouts/payout-world";

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, AUTH_SECRET: secret });
beforeAll(() => storeShelf(db));
beforeEach(async () => {
  await emptyBooks(db);
  await db.payoutRound.deleteMany();
});
afterAll(async () => {
  await stopQueue();
  await close();
});

const at = (instant: string) => ({ log, now: () => new Date(instant) });
const monthly = { currency: "EUR", amountMinor: 999, day: 0, days: 31, lateDays: 0 };
const reads = [{ articleId: 1, day: 3, depth: 100, activeSec: 200, isTakenBack: false }];
const closed = async () => (await db.payoutMonth.findMany({ orderBy: { month: "asc" } })).map(({ month }) => month);
const mails = () => db.$queryRaw<{ data: object }[]>`SELECT data FROM pgboss.job WHERE name = 'mail.books'`;

it("closes a month by itself on the third day after it, every month that is due, and each once", async () => {
  await storeMembers(db, [{ invoices: [monthly], reads, gifts: [] }]);
  await closePayouts({}, at("2026-09-02T23:59:59Z"));
  expect(await closed()).toEqual([]);
  await Promise.all([closePayouts({}, at("2026-09-03T03:00:00Z")), closePayouts({}, at("2026-09-03T03:00:00Z"))]);
  expect(await closed()).toEqual(["2026-08"]);
  await closePayouts({}, at("2026-11-04T03:00:00Z"));
  expect(await closed()).toEqual(["2026-08", "2026-09", "2026-10"]);
  await checkPayouts(at("2026-11-04T04:00:00Z"));
  expect(await findRound("check")).toMatchObject({ isGood: true });
  expect(await mails()).toEqual([]);
});

it("tells every admin by mail when the books are wrong", async () => {
  await storeMembers(db, [{ invoices: [monthly], reads, gifts: [] }]);
  await db.user.create({ data: { id: "boss", name: "Boss", email: "boss@example.com", role: "admin" } });
  await closePayouts({ month: "2026-08" }, at("2026-09-01T01:00:00Z"));
  await db.payoutCharge.updateMany({ data: { dividedMinor: 5 } });
  await expect(checkPayouts(at("2026-09-01T02:00:00Z"))).rejects.toThrow(/The books are wrong/);
  expect(await findRound("check")).toMatchObject({ isGood: false });
  expect(await mails()).toMatchObject([{ data: { userId: "boss", kind: "check" } }]);
});

it("says why a month that was asked for by hand was not closed", async () => {
  await storeMembers(db, [{ invoices: [monthly], reads, gifts: [] }]);
  await closePayouts({ month: "2026-09" }, at(day(90).toISOString()));
  expect(await findRound("close")).toMatchObject({
    words: ["2026-09 was not closed. Months are closed in order: the next one is 2026-08."],
  });
});
