import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { setOwnWall } from "@/lib/articles/withdraw-store";
import { findHead, listRows, recordAct, verifyChain } from "@/lib/audit/audit-store";
import { inTransaction } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { stopQueue } from "@/lib/platform/queue";
import { theDesk } from "../../support/audit-actor";
import { createTestDatabase } from "../../support/test-database";
import { storeArticle } from "../wall/store-article";

const { url, db, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url });
const now = new Date("2026-11-22T10:00:00.123Z");
afterAll(async () => {
  await stopQueue();
  await close();
});

const act = (n: number) => ({
  actor: theDesk,
  act: "pick.publish",
  subject: { kind: "pick", id: String(n) },
  before: null,
  after: { slot: n },
});
const write = (n: number) => inTransaction((tx) => recordAct(act(n), now, tx));

/** As somebody would who owns the database itself. */
async function tamper(sql: string): Promise<void> {
  await db.$executeRawUnsafe("ALTER TABLE audit_entry DISABLE TRIGGER audit_entry_append_only");
  await db.$executeRawUnsafe(sql);
  await db.$executeRawUnsafe("ALTER TABLE audit_entry ENABLE TRIGGER audit_entry_append_only");
}

describe("the log of acts", () => {
  beforeEach(() => tamper("TRUNCATE audit_entry"));

  it("has no fork and no gap, however many write at once", async () => {
    await Promise.all(Array.from({ length: 24 }, (_, n) => write(n)));
    const rows = await listRows(0, 100);
    expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 24 }, (_, n) => n + 1));
    expect(await verifyChain(null)).toEqual({ head: await findHead(), faults: [] });
  });

  it("keeps nothing of an act that was not done", async () => {
    await expect(
      inTransaction(async (tx) => {
        await recordAct(act(1), now, tx);
        throw new Error("the act itself failed");
      }),
    ).rejects.toThrow("the act itself failed");
    expect(await listRows(0, 10)).toEqual([]);
  });

  it("refuses to change, take back or empty what is written", async () => {
    await write(1);
    await expect(db.$executeRaw`UPDATE audit_entry SET reason = 'other'`).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`DELETE FROM audit_entry`).rejects.toThrow(/append-only/);
    await expect(db.$executeRaw`TRUNCATE audit_entry`).rejects.toThrow(/append-only/);
  });

  it("finds and names a row of which one byte was changed behind its back, in every column", async () => {
    for (let n = 1; n <= 5; n += 1) await write(n);
    const bytes = ["act", "actor_name", "actor_role", "subject_kind", "subject_id", "after", "reason", "before"].map(
      (name) => `${name} = ${name} || 'x'`,
    );
    const rest = ["at = at + interval '1 millisecond'", "actor_id = 'x'", "hash = reverse(hash)", "previous_hash = reverse(previous_hash)"];
    const whole = await listRows(0, 10);
    for (const change of [...bytes, ...rest]) {
      await tamper(`UPDATE audit_entry SET ${change} WHERE seq = 3`);
      const { faults } = await verifyChain(null);
      expect([change, faults.map(({ seq }) => seq)]).toEqual([change, expect.arrayContaining([3])]);
      await tamper("DELETE FROM audit_entry WHERE seq = 3");
      await db.auditEntry.createMany({ data: whole.filter(({ seq }) => seq === 3) });
    }
    expect((await verifyChain(null)).faults).toEqual([]);
  });

  it("finds a row cut out, and rows cut off the end by the end that somebody noted", async () => {
    for (let n = 1; n <= 5; n += 1) await write(n);
    const noted = await findHead();
    await tamper("DELETE FROM audit_entry WHERE seq = 5");
    expect((await verifyChain(null)).faults).toEqual([]);
    expect((await verifyChain(noted)).faults).toEqual([{ seq: 4, words: "is the last one, but row 5 was there once" }]);
    await tamper("DELETE FROM audit_entry WHERE seq = 2");
    expect((await verifyChain(null)).faults).toEqual([{ seq: 3, words: "comes after a row that is missing: 2" }]);
  });

  it("holds what the desk did to an article, before and after", async () => {
    const articleId = await storeArticle(db, { slug: "glacier", html: "<p>Words.</p>" });
    await setOwnWall("glacier", "open", theDesk, now);
    const [row] = await listRows(0, 10);
    expect(row).toMatchObject({
      seq: 1,
      at: now,
      act: "article.wall",
      actorName: "desk",
      subjectKind: "article",
      subjectId: String(articleId),
    });
    expect([JSON.parse(row?.before ?? "{}").ownWall, JSON.parse(row?.after ?? "{}").ownWall]).toEqual([null, "open"]);
  });
});
