import { type BrowserContext, expect, type Page } from "@playwright/test";
import { test } from "../support/browser-test";
import { sendRaw } from "../support/raw-request";

test.use({ javaScriptEnabled: false });

test("the mails of the first week stop with one press, signed out, and the settings let them come again", async ({ page, browser }) => {
  const link = await greetedReader(page, "week");

  const stranger = await browser.newContext({ javaScriptEnabled: false });
  const outside = await stranger.newPage();
  await outside.goto(link);
  await page.goto("/settings");
  await expect(page.getByRole("button", { name: "Stop the mails of the first week" })).toBeVisible();
  await outside.getByRole("button", { name: "Stop them" }).click();
  await expect(outside.getByRole("heading", { level: 1 })).toHaveText("They stop here");
  await stranger.close();

  await page.reload();
  await page.getByRole("button", { name: "Let them come" }).click();
  await expect(page.getByRole("status")).toHaveText("Your choice of mails is kept.");
});

test("a mail program stops them without cookies, and is not sent elsewhere", async ({ page, stack }) => {
  const { pathname } = new URL(await greetedReader(page, "program"));
  const body = "List-Unsubscribe=One-Click";
  const headers = { "content-type": "application/x-www-form-urlencoded", "content-length": String(body.length) };
  const answer = await sendRaw(stack.baseUrl, { method: "POST", path: pathname, headers, body });
  expect(answer.status).toBe(200);
  await page.goto("/settings");
  await expect(page.getByRole("button", { name: "Let them come" })).toBeVisible();
});

/** Someone who signed up three days ago. @returns the link that stops their mails */
async function greetedReader(page: Page, name: string): Promise<string> {
  const email = `${name}-${Date.now()}@example.com`;
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Ada Reader");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill("a gazette by the harbour at dawn");
  await page.getByRole("button", { name: "Start 14 days free" }).click();
  await page.goto("/sandbox/clock");
  await page.getByRole("button", { name: "3 days", exact: true }).click();
  return findLink(page.context(), email);
}

/** The link that stops these mails, from the one that a demo's outbox holds for an address. */
async function findLink(context: BrowserContext, to: string): Promise<string> {
  const outbox = await context.newPage();
  const found = outbox.getByRole("listitem").filter({ hasText: to }).filter({ hasText: "Everything in one place" }).first();
  await expect(async () => {
    await outbox.goto("/outbox");
    await expect(found).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 30_000 });
  await found.getByRole("link").click();
  const text = (await outbox.getByRole("main").textContent()) ?? "";
  await outbox.close();
  return /http\S+unsubscribe\/[\w.-]+/.exec(text)?.[0] ?? "";
}
