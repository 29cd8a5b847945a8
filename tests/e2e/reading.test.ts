import { type Browser, expect, type Locator, type Page } from "@playwright/test";
import { test } from "../support/browser-test";
import { enterAs, enterAsNew, signUpNew } from "../support/new-person";

const phone = { width: 390, height: 844 };
const desktop = { width: 1280, height: 900 };

/** The same reader at another device. */
async function openElsewhere(
  browser: Browser,
  viewport: { width: number; height: number },
  baseURL: string,
  cookie: string,
): Promise<Page> {
  const context = await browser.newContext({ viewport, baseURL });
  await enterAs(context, baseURL, cookie);
  return context.newPage();
}

/** Takes an article out of today's history. */
async function takeOut(page: Page, path: string): Promise<void> {
  await page.goto("/history");
  await expect(page.getByText(/^Today$/)).toBeVisible();
  const entry = page.locator(".history-row").filter({ has: page.locator(`a[href="${path}"]`) });
  await expect(entry).toHaveText(/% seen/);
  await entry.getByRole("button", { name: /^Remove/ }).click();
  await expect(entry).toHaveCount(0);
}

const firstCard = (page: Page): Locator => page.getByRole("main").getByRole("article").first();

/** Opens an article of which the middle can be read without its end coming into sight. @returns its address */
async function openLong(page: Page): Promise<string> {
  const heightMin = 2.2 * (page.viewportSize()?.height ?? 900);
  for (const section of ["world", "culture", "science", "business"]) {
    await page.goto(`/section/${section}`);
    const links = await page.locator("main .card h3 a").evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
    for (const path of links) {
      await page.goto(path);
      const box = await page.locator(".prose").boundingBox();
      if ((box?.height ?? 0) > heightMin) return path;
    }
  }
  throw new Error("There is no long article in these sections.");
}

/** The block of text that stands below the top of the screen. */
const blockAtTop = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const blocks = [...document.querySelectorAll(".prose :is(p, h2, h3, li, blockquote)")];
    const bar = document.querySelector(".bar");
    const line = bar && getComputedStyle(bar).position === "sticky" ? bar.clientHeight : 0;
    return blocks.find((block) => block.getBoundingClientRect().bottom > line + 8)?.textContent ?? "";
  });

/** Reads on to the middle of the text, stays a moment, and leaves. @returns what stood at the top of the screen */
async function readToMiddle(page: Page): Promise<string> {
  await page.evaluate(() => {
    const { top, height } = (document.querySelector(".prose") as Element).getBoundingClientRect();
    scrollTo(0, scrollY + top + height * 0.45);
  });
  await page.waitForRequest((request) => request.url().endsWith("/progress") && !/active=0/.test(request.postData() ?? ""));
  return blockAtTop(page);
}

for (const [from, to] of [
  [phone, desktop],
  [desktop, phone],
] as const) {
  test.describe(`from ${from.width} to ${to.width} pixels`, () => {
    test.use({ viewport: from });

    test("a reader goes on at the sentence on another device, and takes the article out of their history", async ({
      page,
      browser,
      stack,
    }) => {
      test.slow();
      const cookie = await signUpNew(stack.baseUrl);
      await enterAs(page.context(), stack.baseUrl, cookie);
      const path = await openLong(page);
      const block = await readToMiddle(page);
      expect(block).not.toBe("");

      const other = await openElsewhere(browser, to, stack.baseUrl, cookie);
      const goOn = other.getByRole("button", { name: "Go on from where you stopped" });
      // What the first device said is on its way.
      await expect(async () => {
        await other.goto(path);
        await expect(goOn).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await goOn.click();
      await expect.poll(() => other.evaluate(() => document.activeElement?.textContent)).toBe(block);
      await expect.poll(() => blockAtTop(other)).toBe(block);

      await takeOut(other, path);
      await other.goto(path);
      await expect(other.getByRole("button", { name: "Save", exact: true })).toBeVisible();
      await expect(goOn).toHaveCount(0);
      await other.context().close();
    });

    test("a reader saves an article, finds it, and lets it go", async ({ page, stack }) => {
      await enterAsNew(page, stack.baseUrl);
      await page.goto("/section/science");
      const headline = (await firstCard(page).getByRole("heading").textContent()) ?? "";
      await firstCard(page).getByRole("heading").getByRole("link").click();
      const save = page.getByRole("button", { name: "Save", exact: true });
      await save.click();
      await expect(page.getByRole("button", { name: "Saved", exact: true })).toHaveAttribute("aria-pressed", "true");
      await page.goto("/saved");
      await expect(firstCard(page).getByRole("heading")).toHaveText(headline);
      await page.goto("/section/science");
      await expect(firstCard(page).getByText("Saved", { exact: true })).toBeVisible();
      await page.goto("/saved");
      await page.getByRole("button", { name: /^Saved/ }).click();
      await expect(page.getByRole("button", { name: /^Save\s*:/ })).toHaveAttribute("aria-pressed", "false");
      await page.reload();
      await expect(page.getByText("Nothing saved yet")).toBeVisible();
    });

    test("a reader marks a section as read, and takes it back", async ({ page, stack }) => {
      await enterAsNew(page, stack.baseUrl);
      await page.goto("/section/culture");
      await page.getByRole("button", { name: /^Mark th(is story|ese \d+ stories) as read$/ }).click();
      await expect(page.getByRole("status").filter({ hasText: "Marked as read." })).toBeVisible();
      await expect(firstCard(page).getByText("Read", { exact: true })).toBeVisible();
      await expect(page.getByRole("button", { name: /^Mark th/ })).toHaveCount(0);
      await page.getByRole("button", { name: "Undo" }).click();
      await expect(page).toHaveURL(/\/section\/culture$/);
      await expect(firstCard(page).getByText("Read", { exact: true })).toHaveCount(0);
    });
  });
}

test("why a card stands there opens over the page, is closed by Escape, and hands the focus back", async ({ page, stack }) => {
  await enterAsNew(page, stack.baseUrl);
  await page.goto("/section/world");
  const more = firstCard(page).getByRole("link", { name: /^Why this, and what you can do: / });
  await more.click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await expect(page).toHaveURL(/\/section\/world$/);
  await expect(dialog.getByRole("heading").first()).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toHaveCount(0);
  await expect(more).toBeFocused();
  await more.click({ modifiers: ["ControlOrMeta"] });
  await expect(dialog).toHaveCount(0);
});

test.describe("a browser that asks not to be tracked", () => {
  test.use({ extraHTTPHeaders: { dnt: "1" } });

  test("sends nothing, and nothing is kept", async ({ page, stack }) => {
    const sent: string[] = [];
    page.on("request", (request) => request.method() === "POST" && sent.push(request.url()));
    await page.addInitScript(() => Object.defineProperty(navigator, "doNotTrack", { value: "1" }));
    await enterAsNew(page, stack.baseUrl);
    await openLong(page);
    await page.mouse.wheel(0, 900);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 6_500)));
    await page.goto("/history");
    await expect(page.getByText("Nothing read yet")).toBeVisible();
    expect(sent).toEqual([]);
  });
});

test("a paused history keeps nothing more until it goes on, and is cleared after a second question", async ({ page, stack }) => {
  await enterAsNew(page, stack.baseUrl);
  await openLong(page);
  await readToMiddle(page);
  await page.goto("/history");
  await page.getByRole("button", { name: "Pause the history" }).click();
  await expect(page.getByText("Your history is paused.")).toBeVisible();
  await page.getByRole("link", { name: "Clear the history" }).click();
  await page.getByRole("button", { name: "Clear the whole history" }).click();
  await expect(page.getByText("Nothing read yet")).toBeVisible();
  await openLong(page);
  await readToMiddle(page);
  await page.goto("/history");
  await expect(page.getByText("Nothing read yet")).toBeVisible();
  await page.getByRole("button", { name: "Keep a history again" }).click();
  await expect(page.getByRole("button", { name: "Pause the history" })).toBeVisible();
});

test("the reading settings are kept as they were set", async ({ page, stack }) => {
  await enterAsNew(page, stack.baseUrl);
  await page.goto("/settings/reading");
  await page.getByLabel("Time zone").selectOption("Europe/Vienna");
  await page.getByRole("radio", { name: "25" }).check();
  await page.getByRole("checkbox", { name: "18:00" }).check();
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Your settings are kept.")).toBeVisible();
  await page.goto("/settings/reading");
  await expect(page.getByLabel("Time zone")).toHaveValue("Europe/Vienna");
  await expect(page.getByRole("radio", { name: "25" })).toBeChecked();
  await expect(page.getByRole("checkbox", { name: "18:00" })).toBeChecked();
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a reader saves an article by a plain form and comes back to it", async ({ page, stack }) => {
    await enterAsNew(page, stack.baseUrl);
    await page.goto("/section/science");
    await firstCard(page).getByRole("heading").getByRole("link").click();
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expect(page).toHaveURL(/\/article\//);
    await expect(page.getByRole("button", { name: "Saved", exact: true })).toHaveAttribute("aria-pressed", "true");
    await page.goto("/saved");
    await expect(page.getByRole("main").getByRole("article")).toHaveCount(1);
  });
});
