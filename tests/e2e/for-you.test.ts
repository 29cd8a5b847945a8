import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "../support/browser-test";
import { enterAsNew } from "../support/new-person";
import { sendRaw } from "../support/raw-request";

const forYou = (page: Page): Locator => page.getByRole("region", { name: "For you" });

/** The addresses of the reasons of all cards that stand in the order, from the top of the page down. */
const listReasons = (page: Page): Promise<string[]> =>
  page
    .locator("main a[data-why]")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? "").filter((href) => href.includes("order=")));

/** The points of each line of the table, without the parts of a line, and what it says they come to. */
async function readPoints(page: Page): Promise<{ sum: number; said: number }> {
  const numbers = (texts: string[]) => texts.map((text) => Number(text.replace("−", "-")));
  const lines = numbers(await page.locator(".why-table tbody tr:not(.why-part) td").allTextContents());
  const [said = Number.NaN] = numbers(await page.locator(".why-table tfoot td").allTextContents());
  return { sum: lines.reduce((all, points) => all + points, 0), said };
}

const sizes = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
];

for (const viewport of sizes) {
  test.describe(`reasons and weights at ${viewport.width} pixels`, () => {
    test.use({ viewport });

    test("a card says why it stands there, and a changed weight changes the page that follows", async ({ page, stack }) => {
      await enterAsNew(page, stack.baseUrl);
      await page.goto("/");
      const [reasons = ""] = await listReasons(page);
      await page.goto(reasons);
      const { sum, said } = await readPoints(page);
      expect(sum).toBe(said);
      expect(said).toBeGreaterThan(0);
      await page.getByRole("button", { name: "More like this" }).click();
      await expect(page.getByRole("status")).toContainText("more like this");
      expect((await readPoints(page)).said).toBe(said);
      await page.getByRole("link", { name: "All that we think you like" }).click();
      const section = page.getByRole("region", { name: "Sections" }).getByRole("listitem").first();
      const name = (await section.locator(".profile-name a").textContent()) ?? "";
      await section.getByLabel(`How much of ${name}`).selectOption({ label: "Never" });
      await section.getByRole("button", { name: `Set ${name}` }).click();
      await expect(page.getByRole("region", { name: "Sections" }).getByText("Your word")).toBeVisible();
      await page.goto("/");
      const [anew = ""] = await listReasons(page);
      const order = anew.split("order=")[1] ?? "";
      expect(order).not.toBe(reasons.split("order=")[1]);
      await page.goto(reasons.replace(/order=\d+/, `order=${order}`));
      await expect(page.getByRole("row", { name }).filter({ hasText: "Change the weight" })).toContainText("−");
    });

    test("sections are arranged by the keyboard alone, and the front page follows", async ({ page, stack }) => {
      await enterAsNew(page, stack.baseUrl);
      await page.goto("/front-page");
      const rows = page.locator(".arrange > li");
      await page.getByRole("button", { name: "Move up World" }).focus();
      for (let times = 0; times < 2; times += 1) {
        await page.keyboard.press("Enter");
        await expect(page.getByRole("status")).toContainText("World stands at place");
        await expect(page.getByRole("button", { name: "Move up World" })).toBeFocused();
      }
      await expect(rows.nth(2)).toContainText("World");
      await page.keyboard.press("Tab");
      await page.keyboard.press("Tab");
      await expect(page.getByRole("button", { name: "Hide World" })).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(page.getByRole("button", { name: "Show World" })).toBeFocused();
      await page.goto("/");
      await expect(page.locator("#block-world")).toHaveCount(0);
      await expect(forYou(page)).toBeVisible();
      await page.goto("/front-page");
      await page.getByRole("button", { name: "Back to the standing order" }).click();
      await expect(page.getByRole("button", { name: "Hide World" })).toBeVisible();
    });
  });

  test.describe(`order and switch at ${viewport.width} pixels`, () => {
    test.use({ viewport });

    test("the order goes on where the front page ends, and stays while one reads on", async ({ page, stack }) => {
      const cookie = await enterAsNew(page, stack.baseUrl);
      await page.goto("/");
      await forYou(page).getByRole("link", { name: "More for you" }).click();
      await expect(page.getByRole("heading", { level: 1, name: "For you" })).toBeVisible();
      const before = await page.locator("main .card h3 a").allTextContents();
      await page.reload();
      expect(await page.locator("main .card h3 a").allTextContents()).toEqual(before);
      const { pathname } = new URL(page.url());
      expect((await sendRaw(stack.baseUrl, { path: pathname })).status).toBe(303);
      expect((await sendRaw(stack.baseUrl, { path: pathname.replace(/\/\d+\/from/, "/999999/from"), headers: { cookie } })).status).toBe(
        404,
      );
    });

    test("one switch turns personalisation off everywhere", async ({ page, stack }) => {
      await enterAsNew(page, stack.baseUrl);
      await page.goto("/");
      await expect(forYou(page)).toBeVisible();
      await page.goto("/profile");
      await page.getByRole("button", { name: "Switch it off" }).click();
      await expect(page.getByRole("status")).toHaveText("Personalisation is off, everywhere.");
      await page.goto("/");
      await expect(page.getByText("this is everyone’s front page")).toBeVisible();
      await expect(forYou(page)).toHaveCount(0);
      expect(await listReasons(page)).toEqual([]);
      await page
        .locator("main a[data-why]")
        .first()
        .evaluate((link) => window.location.assign((link as HTMLAnchorElement).href));
      await expect(page.getByText("your pages are ordered as everyone’s are")).toBeVisible();
    });
  });
}
