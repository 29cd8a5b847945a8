import { expect, type Page } from "@playwright/test";
import { test } from "../support/browser-test";
import { enterAsNew } from "../support/new-person";

const viewports = [
  { name: "phone", viewport: { width: 390, height: 844 } },
  { name: "desktop", viewport: { width: 1280, height: 900 } },
];

/** Opens the page of the first title in a section. @returns its name and path */
async function openTitle(page: Page): Promise<{ title: string; path: string }> {
  await page.goto("/section/world");
  const link = page.getByRole("main").locator('.card a[href^="/publisher/"]').first();
  const path = (await link.getAttribute("href")) ?? "";
  await page.goto(path);
  return { title: (await page.getByRole("heading", { level: 1 }).textContent()) ?? "", path };
}

const cardsOf = (page: Page, path: string) => page.getByRole("main").locator(`a[href="${path}"]`);
const listed = ["/", "/section/world", "/top", "/titles", "/edition?minutes=25"];

for (const { name, viewport } of viewports) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });

    test("a muted title is on no page but its own, and comes back when that is undone", async ({ page, stack }) => {
      await enterAsNew(page, stack.baseUrl);
      const { title, path } = await openTitle(page);
      await page.getByText("Mute", { exact: true }).click();
      await page.getByRole("button", { name: `Mute ${title}` }).click();
      await expect(page.getByRole("status").filter({ hasText: `Muted ${title}` })).toBeVisible();
      await expect(page.getByText(/^You muted this title/)).toBeVisible();
      for (const address of listed) {
        await page.goto(address);
        await expect(page.getByRole("heading", { level: 1 }).first()).toBeAttached();
        await expect(cardsOf(page, path), address).toHaveCount(0);
      }
      // Where another title tells the same story, it stands there instead and nothing is hidden.
      await page.goto("/section/world?muted=show");
      await expect(cardsOf(page, path).first()).toBeVisible();
      await page.getByRole("link", { name: "Hide again" }).click();
      await expect(cardsOf(page, path)).toHaveCount(0);

      await page.goto("/mutes");
      await expect(page.getByRole("link", { name: title })).toBeVisible();
      await page.getByRole("button", { name: /^Unmute/ }).click();
      await expect(page.getByText("Nothing is muted")).toBeVisible();
      await page.goto("/section/world");
      await expect(cardsOf(page, path).first()).toBeVisible();
    });

    test("a word is muted for a week, and the page says until when", async ({ page, stack }) => {
      await enterAsNew(page, stack.baseUrl);
      await page.goto("/section/world");
      const headline = (await page.getByRole("main").locator(".card :is(h2, h3)").first().textContent()) ?? "";
      const word = headline.split(/[^\p{L}]+/u).toSorted((a, b) => b.length - a.length)[0] ?? "";
      await page.goto("/mutes");
      await page.getByLabel(/^Word/).fill(word.toUpperCase());
      await page.getByLabel("How long").selectOption("7");
      await page.getByRole("button", { name: "Mute it" }).click();
      await expect(page.getByRole("listitem").filter({ hasText: word.toUpperCase() })).toContainText(/until \d+ \w+/);
      await page.goto("/section/world");
      await expect(page.getByRole("main").getByText(new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "iu"))).toHaveCount(0);
      await expect(page.getByText(/^\d+ hidden by your mutes/)).toBeVisible();
      await page.getByRole("link", { name: "Show", exact: true }).click();
      await expect(page.getByRole("main").getByText(headline).first()).toBeVisible();
    });
  });
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("muting is a form, and so is taking it back", async ({ page, stack }) => {
    await enterAsNew(page, stack.baseUrl);
    const { title, path } = await openTitle(page);
    await page.getByText("Mute", { exact: true }).click();
    await page.getByRole("button", { name: `Mute ${title}` }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    await expect(page.getByText("No longer muted.")).toBeVisible();
    await page.goto("/section/world");
    await expect(cardsOf(page, path).first()).toBeAttached();
  });
});
