import { type BrowserContext, expect, type Page } from "@playwright/test";
import pg from "pg";
import { crawl, isPage } from "../bench/leak/crawl";
import { findAxeFaults } from "../support/axe-faults";
import { test } from "../support/browser-test";
import { enterAs, enterAsNew, signUpNew } from "../support/new-person";
import { sendRaw } from "../support/raw-request";
import type { StackFacts } from "../support/stack-file";
import { makeStaff } from "../support/staff-account";

test.describe.configure({ timeout: 90_000 });

async function ask<Row extends pg.QueryResultRow>({ databaseUrl }: StackFacts, text: string): Promise<Row> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<Row>(text);
  await client.end();
  const [row] = rows;
  if (!row) throw new Error(`Nothing for ${text}`);
  return row;
}

let cookie = "";
async function enterDesk(page: Page, stack: StackFacts): Promise<void> {
  cookie ||= await makeStaff(stack, "editor");
  await enterAs(page.context(), stack.baseUrl, cookie);
}

test("an article is found, opened and picked by keys alone", async ({ page, stack }) => {
  await enterDesk(page, stack);
  await page.goto("/desk/find?hours=720");
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  const href = await page.locator("[data-row][data-here]").locator('[data-key="p"]').getAttribute("href");
  await page.keyboard.press("p");
  await expect(page).toHaveURL((url) => url.pathname + url.search === href);
  for (const kind of ["stories", "rising", "one-region", "long-good"]) {
    await page.goto(`/desk/find?hours=720&kind=${kind}`);
    await expect(page.getByRole("heading", { name: "Find" })).toBeVisible();
  }
  const { word } = await ask<{ word: string }>(
    stack,
    "SELECT (regexp_match(headline, '[A-Za-z]{6,}'))[1] AS word FROM article WHERE language LIKE 'en%' AND headline ~ '[A-Za-z]{6,}' ORDER BY published_at DESC LIMIT 1",
  );
  await page.goto("/desk/find?hours=720");
  await page.getByLabel("Words", { exact: true }).fill(word);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`words=${word}`));
  // The newest may have the word in its standfirst.
  await expect(
    page
      .locator("[data-row]")
      .filter({ hasText: new RegExp(word, "i") })
      .first(),
  ).toBeVisible();
});

test("a story is split and merged again by keys alone, and its address leads on", async ({ page, stack }) => {
  await enterDesk(page, stack);
  const { slug } = await ask<{ slug: string }>(
    stack,
    "SELECT slug FROM story WHERE article_count > 2 AND merged_into_id IS NULL AND language = 'en' ORDER BY score DESC LIMIT 1",
  );
  await page.goto(`/desk/stories/${slug}`);
  const before = await page.locator("[data-row]").count();
  await page.keyboard.press("j");
  await page.keyboard.press("x");
  await expect(page.getByRole("checkbox").first()).toBeChecked();
  await page.getByRole("button", { name: "Make them a story of their own" }).focus();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL((url) => url.pathname.startsWith("/desk/stories/") && !url.pathname.endsWith(`/${slug}`));
  await expect(page.locator("[data-row]")).toHaveCount(1);
  const opened = new URL(page.url()).pathname.split("/").at(-1) ?? "";
  page.on("dialog", (dialog) => dialog.accept());
  await page.getByLabel("Into the story at").focus();
  await page.keyboard.type(`${stack.baseUrl}/story/${slug}`);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(`/desk/stories/${slug}`);
  await expect(page.locator("[data-row]")).toHaveCount(before);
  const moved = await sendRaw(stack.baseUrl, { path: `/story/${opened}` });
  expect([moved.status, moved.headers.location]).toEqual([308, `/story/${slug}`]);

  await page.getByLabel("Our own headline for the story").fill("In the words of the desk");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("In the words of the desk");
  await page.goto(`/story/${slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("In the words of the desk");
});

test("a reader's report comes to the desk, is answered, and the answer comes by mail", async ({ page, stack, browser }) => {
  await enterAsNew(page, stack.baseUrl);
  const { slug } = await ask<{ slug: string }>(
    stack,
    "SELECT slug FROM article WHERE has_body AND language LIKE 'en%' ORDER BY id LIMIT 1",
  );
  await page.goto(`/article/${slug}`);
  await page.getByRole("link", { name: "Report a mistake" }).click();
  expect(await findAxeFaults(page)).toEqual([]);
  await page.getByLabel("Something in it is not so").check();
  const words = `The year is wrong, as I know since ${Date.now()}.`;
  await page.getByLabel(/^Say in a sentence/).fill(words);
  await page.getByRole("button", { name: "Send it to our editors" }).click();
  await expect(page.getByText("Thank you. Our editors have it")).toBeVisible();

  const desk = await (await browser.newContext({ baseURL: stack.baseUrl })).newPage();
  await enterDesk(desk, stack);
  await desk.goto("/desk/reports");
  const report = desk.getByRole("listitem").filter({ hasText: words });
  await report.getByLabel(/^Our answer/).fill("You are right: it was another year.");
  await report.getByLabel("Correction on the article").fill("We showed a wrong year.");
  await report.getByRole("button", { name: "Upheld: answer" }).click();
  await expect(report).toHaveCount(0);
  await desk.context().close();

  await page.goto("/report");
  await expect(page.getByRole("listitem").filter({ hasText: words })).toContainText("You are right: it was another year.");
  await page.context().clearCookies();
  await expect(async () => {
    await page.goto(`/article/${slug}`);
    await expect(page.getByText("We showed a wrong year.")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await expectMailed(page.context(), "Our answer to your report", "it was another year");
});

async function expectMailed(context: BrowserContext, subject: string, words: string): Promise<void> {
  const page = await context.newPage();
  await expect(async () => {
    await page.goto("/outbox");
    await page.getByRole("listitem").filter({ hasText: subject }).first().getByRole("link").first().click({ timeout: 1_000 });
    await expect(page.getByText(words)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 20_000 });
  await page.close();
}

/** The headers of a visitor and of a member. */
const asEither = (member: string): Record<string, string>[] => [{}, { cookie: member }];

/** A page that a visitor or a member is sent. */
type Sent = { path: string; headers: Record<string, string> };

/** Pages, feeds and the like that hold any of the words, as a visitor is sent them; the article's own is left out. */
async function sweep(stack: StackFacts, words: readonly string[], own: string): Promise<Sent[]> {
  const met = await crawl(stack.baseUrl, ["/", "/top", "/topics"], {});
  // The five hundred titles of the catalogue whose feeds nobody asks in a test have no article to show.
  const hasArticles = await listPublishing(stack);
  const wanted = met.filter((path) => !path.startsWith(`/article/${own}`) && hasArticles(path));
  return stillHolding(
    stack,
    words,
    wanted.map((path) => ({ path, headers: {} })),
  );
}

/** Those of these pages that hold any of the words. */
async function stillHolding(stack: StackFacts, words: readonly string[], pages: readonly Sent[]): Promise<Sent[]> {
  const found: Sent[] = [];
  const waiting = [...pages];
  const look = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) if (await holds(stack, next.path, next.headers, words)) found.push(next);
  };
  await Promise.all([look(), look(), look(), look()]);
  return found;
}

async function listPublishing(stack: StackFacts): Promise<(path: string) => boolean> {
  const { slugs } = await ask<{ slugs: string[] }>(
    stack,
    "SELECT array_agg(slug) AS slugs FROM publisher p WHERE EXISTS (SELECT 1 FROM article a WHERE a.publisher_id = p.id)",
  );
  const publishing = new Set(slugs);
  return (path) => !path.startsWith("/publisher/") || publishing.has(path.split("/")[2] ?? "");
}

async function holds({ baseUrl }: StackFacts, path: string, headers: Record<string, string>, words: readonly string[]): Promise<boolean> {
  if (words.some((word) => path.includes(word))) return true;
  if (!isPage(path)) return false;
  const text = (await sendRaw(baseUrl, { path, headers })).body.toString("utf8");
  return words.some((word) => text.includes(word));
}

test("a hidden article leaves every list, and a withdrawn one every output and cache", async ({ page, stack }) => {
  test.setTimeout(180_000);
  await enterDesk(page, stack);
  // A headline that is spelt alike in HTML, in a feed and in JSON.
  const { slug, headline, hash } = await ask<{ slug: string; headline: string; hash: string }>(
    stack,
    `SELECT a.slug, a.headline, a.lead_media_hash AS hash FROM article a JOIN story s ON s.lead_article_id = a.id
     WHERE a.has_body AND a.lead_media_hash IS NOT NULL AND a.headline ~ '^[A-Za-z0-9 ,.-]{25,}$' AND a.language LIKE 'en%'
     ORDER BY s.score DESC LIMIT 1`,
  );
  const member = await signUpNew(stack.baseUrl);
  const shown = await sweep(stack, [headline], slug);
  expect(shown).not.toEqual([]);
  await page.goto(`/desk/articles/${slug}`);
  await page.getByRole("button", { name: "Hide it" }).click();
  await expect(page.getByText("on no list and in no feed, only at its own address")).toBeVisible();
  // Its own addresses stay: the article, the report of a mistake in it, why it stood where it did.
  const elsewhere = shown.filter(({ path }) => !path.includes(slug));
  await expect(async () => expect(await stillHolding(stack, [headline], elsewhere)).toEqual([])).toPass({ timeout: 30_000 });
  const own = await sendRaw(stack.baseUrl, { path: `/article/${slug}` });
  expect(own.body.toString("utf8")).toContain(headline);

  page.on("dialog", (dialog) => dialog.accept());
  await page.getByLabel("Why, and who asked").fill("Its title asked us to");
  await page.getByRole("button", { name: "Withdraw it" }).click();
  await expect(page.getByText("its text, pictures and versions are deleted")).toBeVisible();
  await expect(async () => {
    for (const headers of asEither(member)) {
      const answer = await sendRaw(stack.baseUrl, { path: `/article/${slug}`, headers });
      expect(answer.body.toString("utf8")).toContain("This article was withdrawn");
      expect(answer.body.toString("utf8")).not.toContain(headline);
    }
    expect((await sendRaw(stack.baseUrl, { path: `/media/${hash}/640` })).status).toBe(404);
  }).toPass({ timeout: 30_000 });
  const inBothLanes = asEither(member).flatMap((headers) => shown.map(({ path }) => ({ path, headers })));
  expect(await stillHolding(stack, [headline, hash], inBothLanes)).toEqual([]);
  expect(await sweep(stack, [headline, hash], slug)).toEqual([]);
});
