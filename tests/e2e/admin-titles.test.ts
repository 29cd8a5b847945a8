import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { expect, type Page } from "@playwright/test";
import { z } from "zod";
import { env } from "@/lib/platform/env";
import { test } from "../support/browser-test";
import { lendWorker } from "../support/lend-worker";
import type { StackFacts } from "../support/stack-file";
import { makeStaff } from "../support/staff-account";

const clicksMax = 9;

/** `until`: when its feed answers; at once unless told. */
type Paper = { feed: string | Uint8Array; type: string; until?: Promise<void> };
let papers: Record<string, Paper> = {};
let server: Server;
let origin = "";
let giveBack: () => Promise<void>;

/** The test's own publishers: `/NAME/` is a page that names its feed, `/NAME/feed` is the feed. */
test.beforeAll(async ({ stack }) => {
  server = createServer(async (request, response) => {
    const [, name = "", part = ""] = (request.url ?? "").split("/");
    const paper = papers[name];
    if (!paper) return response.writeHead(404).end();
    if (part === "feed") await paper.until;
    if (part === "feed") return response.writeHead(200, { "content-type": paper.type }).end(paper.feed);
    const html = `<!doctype html><title>${name}</title><link rel="alternate" type="application/rss+xml" href="/${name}/feed"><p>Hello.</p>`;
    return response.writeHead(200, { "content-type": "text/html" }).end(html);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  giveBack = await lendWorker(stack, origin);
});
test.afterAll(async () => {
  await giveBack?.();
  server.close();
});

async function enterOffice(page: Page, stack: StackFacts): Promise<void> {
  const [name = "", value = ""] = (await makeStaff(stack, "admin")).split(/=(.*)/s);
  await page.context().addCookies([{ name, value, url: stack.baseUrl }]);
}

/** Adds what is at an address as an admin would. @returns clicks needed, a field that is typed into counted as one */
async function addTitle(page: Page, address: string, country: string): Promise<number> {
  let clicks = 0;
  const press = async (name: string | RegExp) => {
    clicks += 1;
    await page.getByRole("button", { name }).click();
  };
  const type = async (label: string, words: string) => {
    clicks += 1;
    await page.getByLabel(label).click();
    await page.keyboard.type(words);
  };
  await page.goto("/admin/titles");
  clicks += 1;
  await page.getByRole("link", { name: "Add a title" }).click();
  await type("Address of the site or of its feed", address);
  await press("Look");
  await expect(page.getByRole("button", { name: "Take it in" })).toBeVisible({ timeout: 40_000 });
  if ((await page.getByLabel(/^Country/).inputValue()) === "") await type("Country", country);
  await type("Why it is taken in, or is not", "Readers asked for it.");
  await press("Take it in");
  await expect(page.locator(".title-articles a").first()).toBeVisible({ timeout: 40_000 });
  return clicks;
}

/** A feed of entries of the last hour under these headlines. */
function rssOf(name: string, host: string, titles: readonly string[]): string {
  const date = new Date(Date.now() - 3_600_000).toUTCString();
  const items = titles.map(
    (
      title,
      index,
    ) => `<item><title>${title}</title><link>https://${host}.example/harbour/${index}</link><guid isPermaLink="false">${host}-${index}</guid>
      <category>Quayside</category><pubDate>${date}</pubDate><description>What the harbour master said, told shortly.</description></item>`,
  );
  return `<rss version="2.0"><channel><title>${name}</title><link>https://${host}.example/</link><language>en-GB</language>${items.join("")}</channel></rss>`;
}

test("a title is added from the address of its site, and its articles appear on its page", async ({ page, stack }) => {
  test.setTimeout(120_000);
  const feed = rssOf("Lockside Courier - News", "lockside", ["The lock gates open", "Ferries run at night"]);
  papers = { ...papers, lockside: { feed, type: "application/rss+xml" } };
  await enterOffice(page, stack);
  await page.goto("/admin/titles/add");
  await page.getByLabel("Address of the site or of its feed").fill(`${origin}/nowhere`);
  await page.getByRole("button", { name: "Look" }).click();
  await expect(page.getByText("There is nothing at this address (status 404).")).toBeVisible({ timeout: 40_000 });

  expect(await addTitle(page, `${origin}/lockside/`, "GB")).toBeLessThanOrEqual(clicksMax);
  await expect(page.getByRole("heading", { level: 1, name: "Lockside Courier" })).toBeVisible();
  await expect(page.getByText("Taken in.")).toBeVisible();
  await page.goto("/publisher/lockside-example");
  await expect(page.getByRole("link", { name: "The lock gates open", exact: true })).toBeVisible();
  await page.getByRole("link", { name: "How we read it" }).click();
  await expect(page.getByRole("img", { name: /New entries a day.*last 2$/ })).toBeVisible();
  await expect(page.getByText("127.0.0.1")).toBeVisible();

  await page.goto("/admin/health?state=gone");
  await expect(page.getByText("No feed is withdrawn.")).toBeVisible();
  await page.goto("/admin/titles?q=lockside");
  await page.keyboard.press("j");
  await page.keyboard.press("e");
  await expect(page).toHaveURL(/\/admin\/titles\/lockside-example$/);
  await page.getByText("Retire it", { exact: true }).first().click();
  await page.locator("details[open]").getByLabel("Why").fill("It closed.");
  await page.locator("details[open]").getByRole("button", { name: "Retire it" }).click();
  await expect(page.getByText(/^Retired: nothing new comes from it/)).toBeVisible();
  await expect(async () => {
    await page.goto("/publisher/lockside-example");
    await expect(page.getByText("Nothing new comes from Lockside Courier any more.")).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 15_000 });
  await expect(page.getByRole("link", { name: "The lock gates open", exact: true })).toBeVisible();
});

test("a title's page looks again while one of its feeds was never read, whatever it shows already", async ({ page, stack }) => {
  test.setTimeout(120_000);
  let answer = (): void => undefined;
  const until = new Promise<void>((resolve) => {
    answer = resolve;
  });
  const type = "application/rss+xml";
  papers = {
    ...papers,
    wharf: { feed: rssOf("Wharf Weekly", "wharf", ["Cranes stand still"]), type },
    evening: { feed: rssOf("Wharf Weekly, evening", "evening", ["Cranes turn again"]), type, until },
  };
  await enterOffice(page, stack);
  await addTitle(page, `${origin}/wharf/`, "GB");
  await page.getByText("Add a feed", { exact: true }).click();
  await page.getByLabel("Address of the feed", { exact: true }).fill(`${origin}/evening/feed`);
  await page.getByRole("button", { name: "Add it" }).click();
  const waiting = page.getByText("A feed is being read for the first time");
  await expect(waiting).toBeVisible();
  await expect(page.locator(".title-articles a")).toHaveText(["Cranes stand still"]);
  answer();
  await expect(page.locator(".title-articles a")).toHaveCount(2, { timeout: 40_000 });
  await expect(waiting).toBeHidden();
});

/** One without pictures and without a hub, so that nobody else is asked. */
const corpusFeed = "japantoday.com__arminreiter";

const Recorded = z.object({
  file: z.string(),
  publisher: z.string(),
  kind: z.string(),
  items: z.number().nullable(),
  language: z.string().nullable(),
});

test("a real feed of the corpus is added in under ten clicks, and its articles appear", async ({ page, stack }) => {
  const { CORPUS_DIR } = env();
  test.skip(CORPUS_DIR === undefined, "no corpus: CORPUS_DIR is not set");
  test.setTimeout(120_000);
  const folder = path.join(CORPUS_DIR ?? "", "feeds");
  const lines = readFileSync(path.join(folder, "manifest.jsonl"), "utf8").trim().split("\n");
  const recorded = lines.map((line) => Recorded.parse(JSON.parse(line))).find((each) => each.file.includes(corpusFeed));
  const feed = readFileSync(path.join(folder, recorded?.file ?? ""));
  papers = { ...papers, real: { feed, type: "text/xml" } };
  await enterOffice(page, stack);
  expect(await addTitle(page, `${origin}/real/`, "JP")).toBeLessThanOrEqual(clicksMax);
  await page.getByRole("link", { name: "Its page in the paper" }).click();
  await expect(page.getByRole("main").locator(".card").first()).toBeVisible();
});
