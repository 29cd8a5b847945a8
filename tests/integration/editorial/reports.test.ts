import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { findArticleBySlug } from "@/lib/articles/article-store";
import { addMs, dayMs } from "@/lib/core/clock";
import { answerReport } from "@/lib/editorial/report-answer-store";
import { answerMail } from "@/lib/editorial/report-mail";
import { addReport, findAnswered, listOwnReports, listReports, listReportsOn } from "@/lib/editorial/report-store";
import { AnswerForm, ReportForm, reportsPerDay } from "@/lib/editorial/report-types";
import { env } from "@/lib/platform/env";
import { startQueue, stopQueue } from "@/lib/platform/queue";
import { theDesk } from "../../support/audit-actor";
import { createTestDatabase } from "../../support/test-database";
import { storeArticle } from "../wall/store-article";

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url });
const boss = await startQueue({ connectionString: url, isWorker: false, onError: () => undefined });
afterAll(async () => {
  await boss.stop();
  await stopQueue();
  await close();
});

const now = new Date("2026-11-22T12:00:00Z");
const slug = "a-wrong-year";
const userId = "reader";
const articleId = await storeArticle(db, { slug, html: "<p>A text.</p>" });
await db.user.create({ data: { id: userId, name: "Ada", email: "ada@example.com" } });
const send = (words = "The year is wrong.", at = now) => addReport({ userId, slug, kind: "fact", words }, at);
const idOf = async (words: string) => (await db.articleReport.findFirstOrThrow({ where: { words } })).id;
const answering = (id: number, more: object = {}) =>
  answerReport(AnswerForm.parse({ id, verdict: "upheld", answer: "It was 2026.", ...more }), theDesk, now);

beforeEach(() => db.articleReport.deleteMany());

describe("a reader's report", () => {
  it("waits at the desk, the oldest first, a page at a time", async () => {
    await db.articleReport.createMany({
      data: Array.from({ length: 30 }, (_, index) => ({
        ...{ articleId, userId, kind: "text", words: `Number ${index}.` },
        reportedAt: addMs(now, Math.floor(index / 3) * 1_000),
      })),
    });
    const first = await listReports("open", null);
    const second = await listReports("open", first.nextCursor);
    expect([...first.reports, ...second.reports].map(({ words }) => words)).toEqual(Array.from({ length: 30 }, (_, i) => `Number ${i}.`));
    expect(second.nextCursor).toBeNull();
  });

  it("is taken ten times a day and no more, also at once", async () => {
    const sent = await Promise.all(Array.from({ length: reportsPerDay + 3 }, (_, index) => send(`Sent ${index} times.`)));
    expect(sent.filter((each) => each === "kept")).toHaveLength(reportsPerDay);
    expect(await send("The next day.", addMs(now, dayMs + 1))).toBe("kept");
  });

  it("is of an article that is there", async () => {
    expect(await addReport({ userId, slug: "nowhere", kind: "fact", words: "It is not there." }, now)).toBe("not-found");
    expect(ReportForm.safeParse({ slug, kind: "fact", words: "short" }).success).toBe(false);
    expect(ReportForm.safeParse({ slug, kind: "else", words: "Long enough, I think." }).success).toBe(false);
    expect(ReportForm.parse({ slug, kind: "fact", words: `${"line\r\n".repeat(400)}` }).words).toHaveLength(1_999);
  });
});

describe("an answer", () => {
  it("is given once, tells the reader by mail and on their own page, and may correct the article", async () => {
    await send();
    const id = await idOf("The year is wrong.");
    expect(await answering(id, { correction: "We showed the wrong year." })).toBe("done");
    expect(await answering(id, { verdict: "declined" })).toBe("answered");
    expect((await findArticleBySlug(slug, db))?.correction).toEqual({ words: "We showed the wrong year.", at: now.toISOString() });
    const jobs = await boss.fetch<{ reportId: number }>("mail.report", { batchSize: 5 });
    expect(jobs.map(({ data }) => data)).toEqual([{ reportId: id }]);
    const found = (await findAnswered(id)) ?? expect.fail("nothing was answered");
    const mail = answerMail({ ...found, origin: "https://paper.example" });
    expect(found.reader.email).toBe("ada@example.com");
    expect(mail.text).toContain("You were right");
    expect(mail.text).toContain("It was 2026.");
    expect(await listOwnReports(userId)).toMatchObject([{ state: "upheld", answer: "It was 2026.", article: { slug } }]);
    expect(await listReports("open", null)).toEqual({ reports: [], nextCursor: null });
    expect((await listReports("answered", null)).reports).toMatchObject([{ id, answeredBy: theDesk.name }]);
    const kept = await db.auditEntry.findFirstOrThrow({ orderBy: { seq: "desc" } });
    expect(kept).toMatchObject({ act: "report.answer", subjectId: String(articleId) });
    expect(kept.after).not.toContain("2026.");
  });

  it("says nothing of an article that was withdrawn meanwhile, and corrects none", async () => {
    await send();
    const id = await idOf("The year is wrong.");
    await db.article.update({ where: { id: articleId }, data: { takenDownAt: now } });
    expect(await answering(id, { correction: "Too late." })).toBe("withdrawn");
    expect(await answering(id, { verdict: "declined" })).toBe("done");
    const found = (await findAnswered(id)) ?? expect.fail("nothing was answered");
    expect(answerMail({ ...found, origin: "https://paper.example" }).text).not.toContain(found.article.headline);
    expect(await listOwnReports(userId)).toMatchObject([{ article: null }]);
    expect(await addReport({ userId, slug, kind: "fact", words: "Still wrong, it is." }, now)).toBe("not-found");
    await db.article.update({ where: { id: articleId }, data: { takenDownAt: null } });
  });

  it("goes with its reader's account", async () => {
    await db.user.create({ data: { id: "leaving", name: "Bo", email: "bo@example.com" } });
    await addReport({ userId: "leaving", slug, kind: "other", words: "I am about to go." }, now);
    await db.user.delete({ where: { id: "leaving" } });
    expect(await listReportsOn(articleId)).toEqual([]);
  });
});
