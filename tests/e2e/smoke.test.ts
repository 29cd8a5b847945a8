import { expect, type Page } from "@playwright/test";
import { test } from "../support/browser-test";

const wallName = "Sign up to read this article";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "a visitor" : "a visitor without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("sees today's headlines, top stories and picks on the front page", async ({ page }) => {
      await page.goto("/");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Broadsheet");
      expect(await page.getByRole("main").getByRole("article").count()).toBeGreaterThan(10);
      await expect(page.getByRole("region", { name: "Top stories right now" }).getByRole("listitem").nth(4)).toBeVisible();
      await expect(page.getByRole("region", { name: "Our Picks" }).getByRole("link").first()).toBeVisible();
      await expect(page.getByRole("link", { name: "Start reading" }).first()).toBeVisible();
    });

    test("meets the wall, signs up, lands back on the open article and signs out", async ({ page }) => {
      const headline = await openPaidArticle(page);
      const address = page.url();
      await expect(page.getByRole("link", { name: /^Read the original at The Harbour Gazette/ }).first()).toBeVisible();
      await page.getByRole("region", { name: wallName }).getByRole("link", { name: "Start 14 days free" }).click();
      await signUp(page, `smoke-${javaScriptEnabled}-${Date.now()}@example.com`);

      await expect(page).toHaveURL(address);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(headline);
      await expect(page.getByRole("region", { name: wallName })).toHaveCount(0);

      await page.getByLabel("Your account, Ada Reader").click();
      await page.getByRole("button", { name: "Sign out" }).click();
      await expect(page.getByRole("link", { name: "Start reading" }).first()).toBeVisible();
      await page.goto(address);
      await expect(page.getByRole("region", { name: wallName })).toBeVisible();
    });
  });
}

test("a subscriber signs in at the wall and reads on", async ({ page, stack }) => {
  await openPaidArticle(page);
  const address = page.url();
  await page.getByRole("link", { name: "Already a member? Sign in here" }).first().click();
  await page.getByLabel("E-mail address").fill("subscriber@broadsheet.example");
  await page.getByLabel("Password").fill(stack.demoPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(address);
  await expect(page.getByRole("region", { name: wallName })).toHaveCount(0);
});

test("pictures come from our own address, as soon as the worker has them", async ({ page }) => {
  test.slow();
  await page.goto("/");
  const address = await page.getByRole("main").locator("img").first().getAttribute("src");
  expect(address).toMatch(/^\/media\//);
  await expect(async () => {
    const answer = await page.request.get(address ?? "", { headers: { accept: "image/webp" } });
    expect(answer.status()).toBe(200);
    expect(answer.headers()["content-type"]).toBe("image/webp");
  }).toPass({ timeout: 75_000 });
});

/** Opens the newest article of a paid title as a visitor, who meets its wall. @returns its headline */
async function openPaidArticle(page: Page): Promise<string> {
  await page.goto("/publisher/harbour-gazette");
  await page.getByRole("main").getByRole("article").first().getByRole("heading").getByRole("link").click();
  await expect(page).toHaveURL(/\/article\//);
  await expect(page.getByRole("region", { name: wallName })).toBeVisible();
  return (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
}

async function signUp(page: Page, email: string): Promise<void> {
  await page.getByLabel("Your name").fill("Ada Reader");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill("correct horse battery staple");
  await page.getByRole("button", { name: "Start 14 days free" }).click();
}
