import { afterAll, beforeAll, expect, it, vi } from "vitest";

vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { isMailLink, stopMails } from "@/lib/accounts/mail-commands";
import { addMs, dayMs } from "@/lib/core/clock";
import { type RunningWorker, startWorker } from "@/lib/jobs/start-worker";
import { env } from "@/lib/platform/env";
import { silentLog } from "@/lib/platform/log";
import { makeReader } from "../../support/billing-house";
import { type MailServer, startMailServer } from "../../support/mail-server";
import { createTestDatabase } from "../../support/test-database";
import { testSecret } from "../../support/test-secret";
import { workThrough } from "../../support/working-queue";

const { db, url, close } = await createTestDatabase();
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

const lookAround = "Everything in one place: where to find it";
const clock = { name: "billing.notices", data: {}, key: "all" } as const;

/** A reader who signed up so many days ago, in a trial of fourteen. */
async function joinedDaysAgo(days: number): Promise<{ userId: string; email: string }> {
  const createdAt = addMs(new Date(), -days * dayMs);
  const userId = await makeReader(db, { trialEndsAt: addMs(createdAt, 14 * dayMs) });
  const { email } = await db.user.update({ where: { id: userId }, data: { createdAt } });
  return { userId, email };
}

const linkIn = (text: string): string => /unsubscribe\/(\S+)/.exec(text)?.[1] ?? "";

it("writes on the second and the seventh day, once each, to nobody who joined long ago", async () => {
  const [fresh, second, seventh, old] = await Promise.all([0.5, 2.2, 7.2, 30].map(joinedDaysAgo));
  await workThrough(db, clock);
  await workThrough(db, clock, { ...clock, key: "another" });
  expect(server.subjectsTo(second?.email ?? "")).toEqual([lookAround]);
  expect(server.subjectsTo(seventh?.email ?? "")).toEqual([expect.stringMatching(/^Your trial ends on .+: keep it or leave it$/)]);
  expect([...server.subjectsTo(fresh?.email ?? ""), ...server.subjectsTo(old?.email ?? "")]).toEqual([]);
});

it("can be stopped from the mail with one press, signed out, by whoever has the mail and by nobody else", async () => {
  const { userId, email } = await joinedDaysAgo(2.5);
  await workThrough(db, clock);
  const [mail] = server.mails.filter(({ to }) => to === email);
  const token = linkIn(mail?.text ?? "");
  expect(mail?.source).toContain(`List-Unsubscribe: <http://localhost:3000/unsubscribe/${token}>\r\n`);
  expect(mail?.source).toContain("\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n");
  expect(isMailLink(token)).toBe(true);
  expect(await db.user.findUniqueOrThrow({ where: { id: userId } })).toMatchObject({ welcomeMails: true });
  const forged = token.replace(/.$/, (last) => (last === "0" ? "1" : "0"));
  expect([isMailLink(forged), await stopMails(forged), await stopMails(""), await stopMails(".")]).toEqual([false, false, false, false]);
  expect([await stopMails(token), await stopMails(token)]).toEqual([true, true]);
  await db.user.update({ where: { id: userId }, data: { createdAt: addMs(new Date(), -7.5 * dayMs) } });
  await workThrough(db, clock);
  expect(server.subjectsTo(email)).toEqual([lookAround]);
});

it("does not go to whoever stopped it, left, or was erased while it was on its way", async () => {
  const [stopped, left, erased] = [await joinedDaysAgo(2.1), await joinedDaysAgo(2.1), await joinedDaysAgo(2.1)];
  const paidUntil = addMs(new Date(), 20 * dayMs);
  const books = { state: "cancelled", plan: "monthly", currency: "USD", amountMinor: 999, periodEnd: paidUntil } as const;
  await db.membership.create({ data: { userId: left.userId, ...books, cancelledAt: new Date() } });
  await db.user.delete({ where: { id: erased.userId } });
  await db.user.update({ where: { id: stopped.userId }, data: { welcomeMails: false } });
  const dueAt = new Date().toISOString();
  const onItsWay = [stopped, left, erased].map(({ userId }) => ({
    name: "mail.membership" as const,
    data: { userId, kind: "welcome-2-days", dueAt },
  }));
  await workThrough(db, clock, ...onItsWay);
  for (const { email } of [stopped, left, erased]) expect(server.subjectsTo(email)).toEqual([]);
});

it("puts the two headers on no mail that somebody must have", async () => {
  const { email, userId } = await joinedDaysAgo(11.5);
  await workThrough(db, { name: "billing.notices", data: { userId }, key: userId });
  const [notice] = server.mails.filter(({ to }) => to === email);
  expect(notice?.subject).toBe("Your trial ends in 3 days");
  expect(notice?.source).not.toContain("List-Unsubscribe");
});
