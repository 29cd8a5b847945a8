import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "../support/browser-test";
import { enterAsNew, newEmail, password } from "../support/new-person";

const viewports = [
  { name: "phone", viewport: { width: 390, height: 844 } },
  { name: "desktop", viewport: { width: 1280, height: 900 } },
];

const group = (page: Page, name: string): Locator => page.getByRole("group", { name, exact: true });
const preview = (page: Page): Locator => page.getByRole("region", { name: "Your front page so far" });

for (const { name, viewport } of viewports) {
  test.describe(`on a ${name}`, () => {
    test.use({ viewport });

    test("a visitor picks a few, sees the page change, signs up, and follows what they picked", async ({ page }) => {
      await openStart(page);
      await expect(preview(page).getByText("A top story now").first()).toBeVisible();
      const title = group(page, "Titles").getByRole("checkbox").first();
      const titleName = (await group(page, "Titles").locator("label").first().textContent()) ?? "";
      await pick(page, title);
      await expect(
        preview(page)
          .getByText(new RegExp(`rom ${titleName}`))
          .first(),
      ).toBeVisible();
      await pick(page, group(page, "Sections").getByRole("checkbox", { name: "Science" }));
      await expect(
        preview(page)
          .getByText(/n Science/)
          .first(),
      ).toBeVisible();
      await expect(page.getByRole("status").first()).toContainText("2 picked");
      await expect(page).toHaveURL(/chosen=1.*pick=/);
      await page.getByRole("button", { name: "Done" }).click();
      await signUp(page);
      await expect(page).toHaveURL(/\/welcome$/);
      await expect(page.getByText("What you picked is kept.")).toBeVisible();
      await page.getByRole("link", { name: "What you follow" }).click();
      const followed = page.getByRole("region", { name: "What you follow" });
      await expect(followed.getByRole("link", { name: titleName })).toBeVisible();
      await expect(followed.getByRole("link", { name: "Science" })).toBeVisible();
      await expect(page.getByRole("main").getByRole("article").first()).toContainText(/From |In /);
    });

    test("a reader follows a title on its page and lets it go again", async ({ page, stack }) => {
      await enterAsNew(page, stack.baseUrl);
      const path = await openTitle(page);
      const button = page.getByRole("main").getByRole("button", { name: /^Follow/ });
      await expect(button).toHaveAttribute("aria-pressed", "false");
      await button.click();
      await expect(button).toHaveAttribute("aria-pressed", "true");
      await expect(button).toHaveText(/^Following/);
      await page.goto("/following");
      await expect(page.getByRole("main").getByRole("article").first()).toBeVisible();
      await page.goto(path);
      await expect(button).toHaveAttribute("aria-pressed", "true");
      await button.click();
      await expect(button).toHaveAttribute("aria-pressed", "false");
      await page.goto("/following");
      await expect(page.getByText("You follow nothing yet")).toBeVisible();
    });
  });
}

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a visitor asks for the page they picked and comes to the sign-up with it", async ({ page }) => {
    await openStart(page);
    await group(page, "Sections").getByRole("checkbox", { name: "Culture" }).check();
    await page.getByRole("button", { name: "Show my page" }).click();
    await expect(group(page, "Sections").getByRole("checkbox", { name: "Culture" })).toBeChecked();
    await expect(
      preview(page)
        .getByText(/In Culture/)
        .first(),
    ).toBeVisible();
    await page.getByRole("button", { name: "Done" }).click();
    await expect(page).toHaveURL(/\/sign-up$/);
    await page.goto("/start");
    await expect(group(page, "Sections").getByRole("checkbox", { name: "Culture" })).toBeChecked();
  });

  test("a reader follows and lets go by plain forms, and comes back to where they were", async ({ page, stack }) => {
    await enterAsNew(page, stack.baseUrl);
    const path = await openTitle(page);
    const button = page.getByRole("main").getByRole("button", { name: /^Follow/ });
    await button.click();
    await expect(page).toHaveURL(new RegExp(`${path}$`));
    await expect(button).toHaveAttribute("aria-pressed", "true");
    await page.goto("/following");
    await page.getByRole("region", { name: "What you follow" }).getByRole("button").first().click();
    await expect(page.getByText("You follow nothing yet")).toBeVisible();
  });
});

test("every page of something to follow has a way to it, for visitors by the page where one picks", async ({ page }) => {
  await page.goto("/section/world");
  await page.getByRole("main").getByRole("link", { name: "Follow World" }).click();
  await expect(page).toHaveURL(/\/start\?pick=section:world$/);
  await expect(group(page, "Sections").getByRole("checkbox", { name: "World" })).toBeChecked();
  await page.getByRole("link", { name: "Skip", exact: true }).click();
  await expect(page).toHaveURL(/\/$/);
});

/** The page where one picks, once there are top stories to begin with. */
async function openStart(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto("/start");
    await expect(preview(page).getByRole("article").first()).toBeVisible({ timeout: 1_000 });
    await expect(group(page, "Titles").getByRole("checkbox").first()).toBeAttached({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
}

/** Ticks a choice and waits until the page has answered to it. */
async function pick(page: Page, choice: Locator): Promise<void> {
  const answered = page.waitForResponse((response) => response.url().includes("/start/preview"));
  await choice.check();
  await answered;
}

async function signUp(page: Page): Promise<void> {
  await page.getByLabel("Your name").fill("Ada Reader");
  await page.getByLabel("E-mail address").fill(newEmail());
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Start 14 days free" }).click();
}

/** Opens the page of the first title of the front page. @returns its path */
async function openTitle(page: Page): Promise<string> {
  await page.goto("/section/world");
  const link = page.getByRole("main").locator('a[href^="/publisher/"]').first();
  const path = (await link.getAttribute("href")) ?? "";
  await page.goto(path);
  return path;
}
