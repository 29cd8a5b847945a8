import { afterAll, expect, it } from "vitest";
import { findArticleBySlug } from "@/lib/articles/article-store";
import { listPublisherCards } from "@/lib/articles/card-store";
import { setEmbargo, setOwnWall, withdrawArticle } from "@/lib/articles/withdraw-store";
import { addMs, hourMs } from "@/lib/core/clock";
import { mayRead } from "@/lib/entitlements/may-read";
import { env } from "@/lib/platform/env";
import { startQueue, stopQueue } from "@/lib/platform/queue";
import { accountViewer } from "../../support/account-viewer";
import { theDesk } from "../../support/audit-actor";
import { createTestDatabase } from "../../support/test-database";
import { storeArticle } from "./store-article";

const { db, url, close } = await createTestDatabase();
Object.assign(env(), { DATABASE_URL: url });
const boss = await startQueue({ connectionString: url, isWorker: false, onError: () => undefined });
afterAll(async () => {
  await boss.stop();
  await stopQueue();
  await close();
});

const now = new Date();
const slug = "the-one-in-question";
await storeArticle(db, { slug, html: "<p>A text.</p>" });
await db.article.update({ where: { slug }, data: { wordCount: 400 } });
const listed = async () => (await listPublisherCards(`title-of-${slug}`, { take: 5 }, db)).rows.length;
const policy = async () => (await findArticleBySlug(slug, db))?.card.policy ?? expect.fail("the article is gone");

it("knows no article by another address", async () => {
  expect(await withdrawArticle("nobody-has-this", theDesk, now)).toBe(false);
  expect(await setOwnWall("nobody-has-this", "open", theDesk, now)).toBe(false);
});

it("gives an article a wall of its own, and its title's back, never a wall before what is too short for one", async () => {
  await setOwnWall(slug, "open", theDesk, now);
  expect((await policy()).access).toBe("open");
  await setOwnWall(slug, null, theDesk, now);
  expect((await policy()).access).toBe("paid");
  await db.article.update({ where: { slug }, data: { wordCount: 3 } });
  await setOwnWall(slug, "paid", theDesk, now);
  expect((await policy()).access).toBe("open");
  await db.article.update({ where: { slug }, data: { wordCount: 400, ownWall: null, access: "paid" } });
});

it("hides an embargo from every list until its instant, and lifts it again", async () => {
  await setEmbargo(slug, addMs(now, hourMs), theDesk, now);
  expect(await listed()).toBe(0);
  expect(mayRead(accountViewer({ paidUntil: addMs(now, hourMs) }), await policy(), now)).toEqual({ granted: false, reason: "embargo" });
  await setEmbargo(slug, null, theDesk, now);
  expect(await listed()).toBe(1);
});

it("withdraws an article with its text, and has its pages made anew", async () => {
  await withdrawArticle(slug, theDesk, now);
  expect(await listed()).toBe(0);
  expect(await db.articleBody.count()).toBe(0);
  expect(mayRead(accountViewer({ role: "admin" }), await policy(), now)).toEqual({ granted: false, reason: "taken-down" });
  const id = (await policy()).id;
  const jobs = await boss.fetch<{ articleIds: number[] }>("pages.invalidate", { batchSize: 20 });
  expect(jobs.at(-1)?.data.articleIds).toEqual([id]);
});
