import { afterAll, beforeEach, describe, expect, it, vi } from "vitest";

vi.hoisted(() => vi.stubEnv("LOG_LEVEL", "silent"));
vi.mock("next/headers", () => import("../../support/browser-request"));
vi.mock("next/server", () => ({ connection: async () => undefined }));

import { requireAdmin, requireEditor, type Staff } from "@/lib/accounts/guards";
import { listRows, recordAct } from "@/lib/audit/audit-store";
import type { AuditFacts } from "@/lib/audit/types";
import { dropOne, retryAll, retryOne } from "@/lib/operations/job-commands";
import { readJobs } from "@/lib/operations/job-queries";
import { verifyNow } from "@/lib/operations/log-commands";
import { readLog, readLogEntry } from "@/lib/operations/log-queries";
import { readSettings } from "@/lib/operations/settings-queries";
import { inTransaction } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { enqueue, stopQueue } from "@/lib/platform/queue";
import type { newPerson } from "../../support/account-world";
import { theDesk } from "../../support/audit-actor";
import { newStaff } from "../../support/staff-person";
import { createTestDatabase } from "../../support/test-database";
import { testSecret } from "../../support/test-secret";

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url, AUTH_SECRET: testSecret, PUBLIC_URL: "http://localhost:3000" });
await enqueue({ name: "feeds.hubs", data: {}, key: "hubs" });
afterAll(async () => {
  await stopQueue();
  await close();
});

type Person = Awaited<ReturnType<typeof newPerson>>;
let admin: Person;
let editor: Person;
beforeEach(async () => {
  [admin, editor] = [await newStaff(db, "admin"), await newStaff(db, "editor")];
});

async function as(person: Person, guard: () => Promise<Staff | null> = requireEditor): Promise<Staff> {
  const staff = await person.browser.ask(guard);
  if (!staff) throw new Error("Nobody of the staff.");
  return staff;
}

/** A job that failed for good. @returns its number */
async function failed(name: "articles.enrich" | "mail.notice", data: object, key: string | null, words: string): Promise<string> {
  await enqueue({ name, data, ...(key !== null && { key }) });
  const output = JSON.stringify({ message: words });
  const [row] = await db.$queryRaw<{ id: string }[]>`
    UPDATE pgboss.job SET state = 'failed', completed_on = now(), retry_count = 3, output = ${output}::jsonb
    WHERE id = (SELECT id FROM pgboss.job WHERE name = ${name} AND state = 'created' LIMIT 1) RETURNING id::text`;
  return row?.id ?? "";
}
const stateOf = async (id: string) =>
  (await db.$queryRaw<{ state: string }[]>`SELECT state::text FROM pgboss.job WHERE id = ${id}::uuid`)[0]?.state ?? "gone";

describe("the jobs", () => {
  beforeEach(async () => {
    await db.$executeRaw`DELETE FROM pgboss.job WHERE state = 'failed' OR name IN ('articles.enrich', 'mail.notice')`;
  });

  it("are counted by kind, and say what failed without whose address", async () => {
    await failed("mail.notice", { notice: "way-added", name: "Ada", to: "ada@example.com" }, null, "no answer for ada@example.com");
    await enqueue({ name: "articles.enrich", data: { articleId: 7 }, key: "7" });
    const view = await readJobs(await as(admin, requireAdmin), "");
    expect(view?.queues[0]).toMatchObject({ name: "mail.notice", failed: 1, waiting: 0 });
    expect(view?.queues.find(({ name }) => name === "articles.enrich")).toMatchObject({
      waiting: 1,
      failed: 0,
      oldestAt: expect.any(Date),
    });
    expect(view?.failed).toMatchObject([{ queue: "mail.notice", about: "notice way-added", words: "no answer for …@…", tries: 4 }]);
    expect((await readJobs(await as(admin, requireAdmin), "articles.enrich"))?.failed).toEqual([]);
    expect(await readJobs(await as(editor), "")).toBeNull();
  });

  it("are tried again, one or all, or dropped, each in the log", async () => {
    const ids = [];
    for (const n of [1, 2, 3]) ids.push(await failed("articles.enrich", { articleId: n }, String(n), "a fault"));
    const [one = "", two = "", three = ""] = ids;
    const queue = "articles.enrich";
    expect(await admin.browser.ask(() => dropOne({ queue, jobId: one }))).toEqual({ ok: true, value: undefined });
    expect(await admin.browser.ask(() => retryOne({ queue, jobId: two }))).toEqual({ ok: true, value: undefined });
    expect(await admin.browser.ask(() => retryOne({ queue, jobId: two }))).toEqual({ ok: false, error: { kind: "not-found" } });
    expect(await admin.browser.ask(() => retryAll({ queue }))).toEqual({ ok: true, value: 1 });
    expect(await Promise.all([one, two, three].map(stateOf))).toEqual(["gone", "retry", "retry"]);
    const acts = (await listRows(0, 2_000)).slice(-3);
    expect(acts.map(({ act, actorId, subjectId }) => [act, actorId, subjectId])).toEqual([
      ["job.drop", admin.userId, queue],
      ["job.retry", admin.userId, queue],
      ["job.retry", admin.userId, queue],
    ]);
  });

  it("that another of their kind does already are not tried again beside it", async () => {
    const id = await failed("articles.enrich", { articleId: 9 }, "9", "a fault");
    await enqueue({ name: "articles.enrich", data: { articleId: 9 }, key: "9" });
    const queue = "articles.enrich";
    expect(await admin.browser.ask(() => retryOne({ queue, jobId: id }))).toMatchObject({ ok: false, error: { kind: "conflict" } });
    expect(await admin.browser.ask(() => retryAll({ queue }))).toMatchObject({ ok: false, error: { kind: "conflict" } });
    expect(await stateOf(id)).toBe("failed");
  });

  it("that are no kind of ours are not there", async () => {
    const jobId = "0191e2a4-0000-7000-8000-000000000000";
    expect(await admin.browser.ask(() => retryAll({ queue: "no.such" }))).toEqual({ ok: false, error: { kind: "not-found" } });
    expect(await admin.browser.ask(() => dropOne({ queue: "feeds.hubs", jobId }))).toEqual({ ok: false, error: { kind: "not-found" } });
    expect(await admin.browser.ask(() => dropOne({ queue: "feeds.hubs", jobId: "1 OR 1=1" }))).toMatchObject({
      error: { kind: "invalid" },
    });
  });
});

describe("the log", () => {
  const write = (act: string, id: string, after: AuditFacts, at = new Date("2026-11-20T12:00:00Z")) =>
    inTransaction((tx) => recordAct({ actor: theDesk, act, subject: { kind: act.split(".")[0] ?? "", id }, before: null, after }, at, tx));

  it("shows the desk its own acts and an admin all, the newest first", async () => {
    const seqs = [await write("article.hide", "1", { hidden: true }), await write("member.role", "ada", { role: "editor" })];
    const [article = 0, role = 0] = seqs;
    const seen = async (person: Person) => (await readLog(await as(person), {}))?.lines.map(({ seq }) => seq) ?? [];
    expect(await seen(editor)).toContain(article);
    expect(await seen(editor)).not.toContain(role);
    expect((await seen(admin)).slice(0, 2)).toEqual([role, article]);
    expect(await readLogEntry(await as(editor), String(role))).toBeNull();
    expect(await readLogEntry(await as(admin), String(role))).toMatchObject({
      seq: role,
      changes: [{ name: "role", before: null, after: "editor" }],
    });
    expect(await readLogEntry(await as(editor), String(article))).toMatchObject({
      act: "article.hide",
      hash: expect.stringMatching(/^\w{64}$/),
    });
    for (const seq of ["0", "x", "99999999", "1e3"]) expect(await readLogEntry(await as(admin), seq)).toBeNull();
  });

  it("is looked through by who, what, to what and when, and page by page", async () => {
    const lines = async (query: Record<string, string>) => (await readLog(await as(admin), query))?.lines ?? [];
    await write("story.merge", "a-b:c", { into: "x" }, new Date("2026-11-21T23:59:59Z"));
    expect(await lines({ act: "story.", subject: "story:a-b:c" })).toMatchObject([{ act: "story.merge" }]);
    expect(await lines({ subject: "story" })).toHaveLength(1);
    expect(await lines({ day: "2026-11-21" })).toHaveLength(1);
    expect(await lines({ day: "2026-11-19" })).toHaveLength(0);
    expect(await lines({ actor: "desk", act: "story" })).toHaveLength(1);
    expect(await lines({ actor: "nobody" })).toHaveLength(0);
    expect((await lines({ day: "no day", before: "x" })).length).toBeGreaterThan(0);
    for (let n = 0; n < 60; n += 1) await write("list.publish", String(n), {});
    const first = await readLog(await as(editor), { act: "list." });
    const rest = await readLog(await as(editor), { act: "list.", before: String(first?.next) });
    expect([first?.lines.length, rest?.lines.length, rest?.next]).toEqual([50, 10, null]);
  });

  it("is checked when an admin asks, and says how that came out", async () => {
    await db.$executeRaw`DELETE FROM pgboss.job WHERE name = 'audit.verify'`;
    const seal = async () => (await readLog(await as(editor), {}))?.seal;
    expect(await seal()).toEqual({ kind: "never" });
    expect(await admin.browser.ask(() => verifyNow({}))).toEqual({ ok: true, value: undefined });
    expect(await seal()).toMatchObject({ kind: "checking" });
    expect(await admin.browser.ask(() => verifyNow({}))).toMatchObject({ ok: false, error: { kind: "conflict" } });
    await db.$executeRaw`UPDATE pgboss.job SET state = 'completed', completed_on = now() WHERE name = 'audit.verify'`;
    expect(await seal()).toMatchObject({ kind: "whole", at: expect.any(Date) });
    const output = JSON.stringify({ message: "The audit log is not whole: row 3 was changed" });
    await db.$executeRaw`UPDATE pgboss.job SET state = 'failed', output = ${output}::jsonb WHERE name = 'audit.verify'`;
    expect(await seal()).toMatchObject({ kind: "broken", words: "The audit log is not whole: row 3 was changed" });
  });
});

it("shows an admin the settings without a secret, and an editor none", async () => {
  const view = await readSettings(await as(admin, requireAdmin));
  expect(view?.versions.map(({ name }) => name)).toEqual(expect.arrayContaining(["Broadsheet", "Node", "Postgres", "next"]));
  expect(view?.migrations.count).toBeGreaterThan(20);
  expect(JSON.stringify(view)).not.toContain(testSecret);
  expect(JSON.stringify(view)).not.toContain(url);
  expect(view?.settings.find(({ name }) => name === "AUTH_SECRET")).toMatchObject({ value: "set", isSecret: true });
  expect(await readSettings(await as(editor))).toBeNull();
});
