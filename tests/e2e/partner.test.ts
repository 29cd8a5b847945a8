import { readFile } from "node:fs/promises";
import { expect, type Page } from "@playwright/test";
import pg from "pg";
import { test } from "../support/browser-test";
import { enterAs, enterAsNew } from "../support/new-person";
import type { StackFacts } from "../support/stack-file";
import { makeStaff } from "../support/staff-account";

const ours = "harbour-gazette";
const theirs = "northlight";
const month = "2024-02";

type Shelf = { ourSlug: string; theirSlug: string };

/** Gives two titles readers and a closed month of long ago, as the jobs of that time would have left them. */
async function fill({ databaseUrl }: StackFacts): Promise<Shelf> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query(
      `INSERT INTO article_day (publisher_id, day, article_id, reads, completed, active_sec, saves, gifts, gift_opens)
       SELECT publisher_id, (now() AT TIME ZONE 'UTC')::date - 1, id, 20 + id % 7, 12, 3600, 2, 1, 3
       FROM article WHERE publisher_id IN (SELECT id FROM publisher WHERE slug IN ($1, $2)) ON CONFLICT DO NOTHING`,
      [ours, theirs],
    );
    await client.query(
      `WITH s AS (INSERT INTO statement (month, publisher_id, currency, readers, reads, earned_minor, pool_minor, correction_minor, pooled_minor)
         SELECT $3, id, 'EUR', 7, 9, 1234, 100, -34, 1400 FROM publisher WHERE slug IN ($1, $2) ON CONFLICT DO NOTHING RETURNING id, publisher_id)
       INSERT INTO statement_line (statement_id, article_id, readers, gift_opens, weight, amount_minor)
       SELECT s.id, a.id, 4, 1, 4500, 617 FROM s
       CROSS JOIN LATERAL (SELECT id FROM article WHERE publisher_id = s.publisher_id ORDER BY id LIMIT 2) a`,
      [ours, theirs, month],
    );
    const slug = async (title: string): Promise<string> => {
      const { rows } = await client.query<{ slug: string }>(
        "SELECT a.slug FROM article a JOIN publisher p ON p.id = a.publisher_id WHERE p.slug = $1 ORDER BY a.id LIMIT 1",
        [title],
      );
      return rows[0]?.slug ?? "";
    };
    return { ourSlug: await slug(ours), theirSlug: await slug(theirs) };
  } finally {
    await client.end();
  }
}

const statusOf = async (page: Page, path: string): Promise<number> => (await page.request.get(path)).status();

test("a title sees its own articles, days and statements, and nothing of another's", async ({ page, stack }) => {
  test.setTimeout(120_000);
  const { ourSlug, theirSlug } = await fill(stack);
  await enterAs(page.context(), stack.baseUrl, await makeStaff(stack, "publisher", ours));
  await page.goto("/partner");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("The Harbour Gazette");
  await page.getByRole("link", { name: "Articles", exact: true }).click();
  await page.getByRole("link", { name: "To the end" }).click();
  await expect(page).toHaveURL(/sort=completion/);
  await expect(page.locator('th[aria-sort="descending"]')).toContainText("To the end");
  await page.goto(`/partner/articles/${ourSlug}`);
  await expect(page.getByRole("cell", { name: "60" }).first()).toBeVisible();
  expect(await statusOf(page, `/partner/articles/${theirSlug}`)).toBe(404);

  await page.goto("/partner/statements");
  await page.getByRole("link", { name: "February 2024" }).click();
  await expect(page.locator(".statement-total")).toContainText("€13.00");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV" }).click()]);
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\r\n").slice(1);
  const amountOf = (kind: string) =>
    lines.filter((line) => line.split(",")[3] === kind).reduce((sum, line) => sum + Number(line.split(",").at(-1)), 0);
  expect(amountOf("article") + amountOf("pool") + amountOf("correction")).toBeCloseTo(amountOf("total"), 5);
  expect(amountOf("total")).toBe(13);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("navigation", { name: "Your title" })).toBeHidden();
  await expect(page.locator(".statement-total")).toBeVisible();
});

test("a title says itself what search engines may do, and readers' pages say so at once", async ({ page, stack }) => {
  test.setTimeout(120_000);
  const { ourSlug } = await fill(stack);
  await enterAs(page.context(), stack.baseUrl, await makeStaff(stack, "publisher", ours));
  await page.goto("/partner/policy");
  await page.getByRole("radio", { name: /^Not in news/ }).check();
  await page.getByLabel("Words of the opening").fill("40");
  await page.getByRole("button", { name: "Keep" }).click();
  await page.waitForLoadState("networkidle");
  await page.goto("/partner/policy");
  await expect(page.getByRole("radio", { name: /^Not in news/ })).toBeChecked();
  await expect(page.getByLabel("Words of the opening")).toHaveValue("40");
  await expect(async () => {
    const answer = await page.request.get(`/article/${ourSlug}`, { headers: { cookie: "" } });
    expect(await answer.text()).toContain("googlebot-news");
  }).toPass({ timeout: 30_000 });
});

test("a member takes their money back from an article and gives it again", async ({ page, stack }) => {
  const { ourSlug } = await fill(stack);
  await enterAsNew(page, stack.baseUrl);
  await page.goto(`/article/${ourSlug}`);
  await expect(page.getByRole("button", { name: "Not worth it" })).toHaveCount(0);
  const client = new pg.Client({ connectionString: stack.databaseUrl });
  await client.connect();
  await client.query(
    `UPDATE "user" SET paid_until = now() + interval '30 days' WHERE id = (SELECT user_id FROM session ORDER BY created_at DESC LIMIT 1)`,
  );
  await client.end();
  await page.reload();
  await page.getByRole("button", { name: "Not worth it" }).click();
  await expect(page.getByRole("button", { name: /^Taken back/ })).toBeVisible();
  await page.reload();
  await page.getByRole("button", { name: /^Taken back/ }).click();
  await expect(page.getByRole("button", { name: "Not worth it" })).toBeVisible();
  await page.getByRole("link", { name: "Where your fee goes" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nothing to divide in");
});
