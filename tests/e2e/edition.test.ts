import { expect, type Page } from "@playwright/test";
import { test } from "../support/browser-test";
import { enterAsNew } from "../support/new-person";

const viewports = [
  { name: "phone", viewport: { width: 390, height: 844 } },
  { name: "desktop", viewport: { width: 1280, height: 900 } },
];
const stories = (page: Page) => page.locator(".edition-list > li");
const minutesIn = (text: string | null): number => Number(text?.match(/(\d+)\s+minutes? in all/)?.[1]);

for (const { name, viewport } of viewports) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });

    test("an edition is as long as was asked for, and is read to its end", async ({ page, stack }) => {
      await enterAsNew(page, stack.baseUrl);
      await page.goto("/edition");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Your .+ edition$/);
      await page.getByRole("link", { name: "5 minutes", exact: true }).click();
      await expect(page.getByRole("link", { name: "5 minutes", exact: true })).toHaveAttribute("aria-current", "page");
      const contents = await page.locator(".page-tagline").textContent();
      expect(minutesIn(contents)).toBeLessThanOrEqual(5);
      const count = await stories(page).count();
      expect(count).toBeGreaterThan(1);
      await expect(page.getByText(`0 of ${count} read`)).toBeVisible();
      await expect(page.getByRole("heading", { name: "That is the whole edition." })).toBeVisible();

      // It is the same whenever it is opened again.
      const headlines = await stories(page).getByRole("heading").allInnerTexts();
      await page.reload();
      expect(await stories(page).getByRole("heading").allInnerTexts()).toEqual(headlines);

      await page.getByRole("button", { name: /^Mark (these|this)/ }).click();
      await expect(page.getByRole("heading", { name: "You’re caught up." })).toBeVisible();
      await expect(page.getByText(`${count} of ${count} read, 0 minutes left.`)).toBeVisible();
      await expect(page.getByText(/The next edition is ready (today|tomorrow) at \d\d:\d\d\./)).toBeVisible();
      await page.getByRole("button", { name: "Undo" }).click();
      await expect(page.getByText(`0 of ${count} read`)).toBeVisible();
    });

    test("a longer edition has more in it, of more titles", async ({ page, stack }) => {
      await enterAsNew(page, stack.baseUrl);
      const lengths: number[] = [];
      for (const minutes of [5, 12, 25]) {
        await page.goto(`/edition?minutes=${minutes}`);
        lengths.push(minutesIn(await page.locator(".page-tagline").textContent()));
        expect(lengths.at(-1)).toBeLessThanOrEqual(minutes);
      }
      expect(lengths).toEqual(lengths.toSorted((a, b) => a - b));
      expect(await page.locator(".page-tagline").textContent()).toMatch(/from (?:[4-9]|\d\d)\s+titles/);
    });
  });
}

test("a visitor is led to sign in, and back to the edition", async ({ page }) => {
  await page.goto("/edition?minutes=12");
  await expect(page).toHaveURL(/\/sign-in\?returnTo=%2Fedition%3Fminutes%3D12$/);
});
