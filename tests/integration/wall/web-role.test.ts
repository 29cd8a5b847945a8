import pg from "pg";
import { afterAll, expect, it } from "vitest";
import { bodyKey, bodyProof } from "@/lib/articles/body-proof";
import { readBody } from "@/lib/articles/body-store";
import { mayRead } from "@/lib/entitlements/may-read";
import { createDb } from "@/lib/platform/db";
import { ensureWebRole } from "@/lib/platform/postgres/web-role";
import { startQueue } from "@/lib/platform/queue";
import { accountViewer, readableArticle } from "../../support/account-viewer";
import { createTestDatabase } from "../../support/test-database";
import { testSecret } from "../../support/test-secret";
import { storeArticle } from "./store-article";

const { db, url, close } = await createTestDatabase();
const articleId = await storeArticle(db, { slug: "the-gated-one", html: "<p>A sentence for members only.</p>" });
const queue = await startQueue({ connectionString: url, isWorker: false, onError: () => undefined });
const webUrl = await ensureWebRole(url, { name: "test_web", password: "web password" });
const web = new pg.Client({ connectionString: webUrl });
await web.connect();
const webDb = createDb(webUrl, 2);

afterAll(async () => {
  await web.end();
  await webDb.$disconnect();
  await queue.stop({ graceful: false, close: true });
  await close();
});

const denied = { code: "42501" };

it("refuses every stray way to a licensed text", async () => {
  for (const statement of [
    "SELECT html FROM article_body",
    "SELECT count(*) FROM article_body WHERE html LIKE '%members only%'",
    "SELECT a.slug, b.html FROM article a JOIN article_body b ON b.article_id = a.id",
    "COPY article_body TO STDOUT",
    "UPDATE article_body SET html = '' RETURNING html",
    "SELECT key FROM body_key",
    "CREATE FUNCTION peek() RETURNS text LANGUAGE sql SECURITY DEFINER AS 'SELECT html FROM article_body LIMIT 1'",
    `SET ROLE "${new URL(url).username}"`,
  ]) {
    await expect(web.query(statement), statement).rejects.toMatchObject(denied);
  }
});

it("hands the text to a proven grant and to nothing else", async () => {
  const decision = mayRead(accountViewer({ role: "editor" }), readableArticle({ id: articleId }), new Date());
  expect(decision.granted && (await readBody(decision.grant, webDb))).toBe("<p>A sentence for members only.</p>");
  const read = (id: number, proof: string | null) => web.query("SELECT read_article_body($1::int, $2)", [id, proof]);
  const key = bodyKey(testSecret);
  for (const proof of [
    "",
    null,
    bodyProof(key, articleId + 1),
    bodyProof("another key", articleId),
    bodyProof(key, articleId).toUpperCase(),
  ]) {
    await expect(read(articleId, proof)).rejects.toMatchObject(denied);
  }
});

it("lets the web do its own work and none of the worker's", async () => {
  await web.query("SELECT slug, lead_in FROM article");
  await web.query("SELECT count(*) FROM pgboss.job");
  await expect(web.query("UPDATE article SET access = 'open'")).rejects.toMatchObject(denied);
  await expect(web.query("DELETE FROM publisher")).rejects.toMatchObject(denied);
  // The office takes titles in and changes them.
  await web.query("UPDATE publisher SET office_at = now()");
  await expect(web.query("CREATE TABLE mine (id int)")).rejects.toMatchObject(denied);
});

it("gives a role its rights anew without fault, and leaves a withdrawn text empty for good", async () => {
  await ensureWebRole(url, { name: "test_web", password: "web password" });
  await db.article.update({ where: { id: articleId }, data: { takenDownAt: new Date() } });
  await db.articleBody.deleteMany({ where: { articleId } });
  await db.$executeRaw`INSERT INTO article_body (article_id, html, sanitizer_version) VALUES (${articleId}, '<p>back</p>', 1)`;
  expect(await db.articleBody.count()).toBe(0);
});
