import { expect, type Page } from "@playwright/test";
import { parseFeed } from "@/lib/feeds/parse-feed";
import { signInByForm } from "../support/account-forms";
import { test } from "../support/browser-test";
import { sendRaw } from "../support/raw-request";

const formats = [
  ["xml", "application/rss+xml"],
  ["atom", "application/atom+xml"],
  ["json", "application/feed+json"],
] as const;

test("a visitor finds a topic in the directory, reads its stories and follows one", async ({ page }) => {
  const path = await openTopic(page);
  await expect(page.getByRole("heading", { level: 1 })).not.toBeEmpty();
  expect(await page.getByRole("main").getByRole("article").count()).toBeGreaterThan(0);
  for (const [format, type] of formats) {
    await expect(page.locator(`link[rel="alternate"][type="${type}"]`)).toHaveAttribute("href", new RegExp(`${path}/feed\\.${format}$`));
  }
  await page.getByRole("main").getByRole("article").first().getByRole("heading").getByRole("link").click();
  await expect(page).toHaveURL(/\/article\//);
  await expect(page.getByRole("navigation", { name: "Topics of this article" }).locator(`a[href="${path}"]`)).toBeVisible();
});

test("a topic's feeds can be read, name the page's articles, and are not sent twice", async ({ page, stack }) => {
  const path = await openTopic(page);
  const shown = await page.getByRole("main").getByRole("article").getByRole("heading").getByRole("link").all();
  const first = await shown[0]?.getAttribute("href");
  for (const [format, type] of formats) {
    const answer = await sendRaw(stack.baseUrl, { path: `${path}/feed.${format}` });
    expect(answer.status).toBe(200);
    expect(answer.headers["content-type"]).toContain(type);
    const read = await parseFeed(answer.body, { contentType: type, url: null });
    expect(read.ok && read.value.dropped).toBe(0);
    expect(answer.body.toString("utf8")).toContain(`${first}`);
    const etag = answer.headers.etag ?? "";
    const again = await sendRaw(stack.baseUrl, { path: `${path}/feed.${format}`, headers: { "if-none-match": etag } });
    expect([again.status, again.body.length]).toEqual([304, 0]);
    const since = { "if-modified-since": answer.headers["last-modified"] ?? "" };
    expect((await sendRaw(stack.baseUrl, { path: `${path}/feed.${format}`, headers: since })).status).toBe(304);
  }
});

test("a member reads the same feeds and a topic page of their own", async ({ page, stack }) => {
  const path = await openTopic(page);
  const cookie = await signInByForm(stack.baseUrl, { email: "subscriber@broadsheet.example", password: stack.demoPassword });
  const [visitors, members] = [
    await sendRaw(stack.baseUrl, { path: `${path}/feed.xml` }),
    await sendRaw(stack.baseUrl, { path: `${path}/feed.xml`, headers: { cookie } }),
  ];
  expect(members.body.equals(visitors.body)).toBe(true);
  const own = await sendRaw(stack.baseUrl, { path, headers: { cookie } });
  expect([own.status, own.headers["cache-control"]]).toEqual([200, expect.stringContaining("no-store")]);
  expect((await sendRaw(stack.baseUrl, { path: "/topics", headers: { cookie } })).status).toBe(200);
});

test("a section has the same feeds, and what is not there has none", async ({ stack }) => {
  for (const [format, type] of formats) {
    const answer = await sendRaw(stack.baseUrl, { path: `/section/politics/feed.${format}` });
    expect([answer.status, answer.headers["content-type"]]).toEqual([200, expect.stringContaining(type)]);
    for (const path of ["/topic/nobody-has-this", "/section/nobody-has-this"]) {
      expect((await sendRaw(stack.baseUrl, { path: `${path}/feed.${format}` })).status).toBe(404);
    }
  }
  expect((await sendRaw(stack.baseUrl, { path: "/topic/nobody-has-this" })).status).toBe(404);
});

/** Opens the biggest topic from the directory, once the worker has found one. @returns its path */
async function openTopic(page: Page): Promise<string> {
  const biggest = page.getByRole("region", { name: "Biggest now" }).getByRole("link").first();
  await expect(async () => {
    await page.goto("/topics");
    await expect(biggest).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  const path = (await biggest.getAttribute("href")) ?? "";
  await biggest.click();
  await expect(page).toHaveURL(new RegExp(`${path}$`));
  return path;
}
