import { expect, type Locator, type Page } from "@playwright/test";
import { test } from "../support/browser-test";

const visitorWall = "Sign up to read this article";
const memberWall = "This article is for members";
/** Events of the sandbox come over HTTP and are settled by a job. */
const settlesWithinMs = 30_000;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "a reader" : "a reader without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("lives through a whole membership: wall, trial, lapse, payment, cancellation, wall", async ({ page }) => {
      test.setTimeout(5 * 60_000);
      const email = `member-${javaScriptEnabled}-${Date.now()}@example.com`;
      const article = await test.step("a visitor meets the wall, signs up and reads on", () => joinFromWall(page, email));
      await test.step("day 11 brings a notice, day 14 the wall, and nothing was charged", () => outliveTrial(page, email, article));
      await test.step("paying at the wall leads back to the article", () => payAtWall(page, article));
      await test.step("cancelling takes one page, and all stays open", () => cancelAndReadOn(page, email, article));
      await test.step("after the paid period there is the wall again, and nothing more was charged", () =>
        outliveMembership(page, article));
    });

    test("confirms a payment where the card asks for it", async ({ page }) => {
      await page.goto("/sign-up");
      await signUp(page, `confirm-${javaScriptEnabled}-${Date.now()}@example.com`);
      await page.goto("/membership");
      await page.getByRole("button", { name: "Pay by the month" }).click();
      await page.getByLabel("Card number").fill("4000 0025 0000 3155");
      await page.getByRole("button", { name: /^Pay [$]/ }).click();
      await page.getByRole("button", { name: "No, pay nothing" }).click();
      await expect(page.getByText("was not confirmed, so nothing was charged")).toBeVisible();
      await page.getByLabel("Card number").fill("4000 0025 0000 3155");
      await page.getByRole("button", { name: /^Pay [$]/ }).click();
      await page.getByRole("button", { name: /^Yes, pay / }).click();
      await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
    });
  });
}

test("leaving takes no more steps than joining", async ({ page }) => {
  await page.goto("/sign-up");
  await signUp(page, `steps-${Date.now()}@example.com`);
  const toMembership = [page.getByLabel("Your account, Ada Reader"), page.getByRole("link", { name: "Membership", exact: true })];
  const pay = [page.getByRole("button", { name: "Pay by the month" }), page.getByRole("button", { name: /^Pay [$]/ })];
  const leave = [page.getByRole("link", { name: "Cancel membership" }), page.getByRole("button", { name: "Cancel membership" })];

  const joining = await countSteps(page, [...toMembership, ...pay]);
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
  const leaving = await countSteps(page, [...toMembership, ...leave]);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("cancelled and runs until");

  expect(leaving.clicks).toBeLessThanOrEqual(joining.clicks);
  expect(leaving.pages).toBeLessThanOrEqual(joining.pages);
});

/** Presses one thing after another from the front page on, and counts the pages shown; redirects are no steps of a reader's. */
async function countSteps(page: Page, presses: Locator[]): Promise<{ clicks: number; pages: number }> {
  await page.goto("/");
  let pages = 0;
  const count = () => {
    pages += 1;
  };
  page.on("load", count);
  for (const press of presses) await press.click();
  await page.waitForLoadState();
  page.off("load", count);
  return { clicks: presses.length, pages };
}

async function joinFromWall(page: Page, email: string): Promise<string> {
  await openPaidArticle(page);
  await page.getByRole("region", { name: visitorWall }).getByRole("link", { name: "Start 14 days free" }).click();
  await signUp(page, email);
  await expect(page).toHaveURL(/\/article\//);
  await expectOpen(page);
  return page.url();
}

async function outliveTrial(page: Page, email: string, article: string): Promise<void> {
  await moveClock(page, "11 days");
  await expectMail(page, email, /trial/i);
  await page.goto(article);
  await expectOpen(page);
  await moveClock(page, "3 days");
  await page.goto(article);
  await expect(page.getByRole("region", { name: memberWall })).toBeVisible();
  await page.goto("/membership");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("nothing was charged");
}

async function payAtWall(page: Page, article: string): Promise<void> {
  await page.goto(article);
  await page.getByRole("region", { name: memberWall }).getByRole("link", { name: "Become a member" }).click();
  await page.getByRole("button", { name: "Pay by the month" }).click();
  await expect(page.getByText("Sandbox: no money moves")).toBeVisible();
  await page.getByLabel("Card number").fill("4000 0000 0000 0002");
  await page.getByRole("button", { name: /^Pay [$]/ }).click();
  await expect(page.getByText("This card was declined. Nothing was charged.")).toBeVisible();
  await page.getByLabel("Card number").fill("4242 4242 4242 4242");
  await page.getByRole("button", { name: /^Pay [$]/ }).click();
  await expect(page.getByRole("heading", { name: "You’re in" })).toBeVisible();
  await page.getByRole("link", { name: "Back to your article" }).click();
  await expect(page).toHaveURL(article);
  await expectOpen(page);
}

async function cancelAndReadOn(page: Page, email: string, article: string): Promise<void> {
  await page.goto("/membership");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("You are a member until");
  await page.getByRole("link", { name: "Cancel membership" }).click();
  await page.getByRole("button", { name: "Cancel membership" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("cancelled and runs until");
  await expectMail(page, email, /cancel/i);
  await moveClock(page, "11 days");
  await page.goto(article);
  await expectOpen(page);
}

async function outliveMembership(page: Page, article: string): Promise<void> {
  await moveClock(page, "1 month");
  await expect(async () => {
    await page.goto(article);
    await expect(page.getByRole("region", { name: memberWall })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: settlesWithinMs });
  await page.goto("/membership");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Your membership ended on");
  await expect(page.getByRole("row").filter({ hasText: "$9.99" })).toHaveCount(1);
}

/** Opens the newest article of a title that only members read whole, as a visitor. */
async function openPaidArticle(page: Page): Promise<void> {
  await page.goto("/publisher/harbour-gazette");
  await page.getByRole("main").getByRole("article").first().getByRole("heading").getByRole("link").click();
  await expect(page.getByRole("region", { name: visitorWall })).toBeVisible();
}

async function signUp(page: Page, email: string): Promise<void> {
  await page.getByLabel("Your name").fill("Ada Reader");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill("a gazette by the harbour at dawn");
  await page.getByRole("button", { name: "Start 14 days free" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-up"));
}

async function expectOpen(page: Page): Promise<void> {
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator(".wall")).toHaveCount(0);
}

async function moveClock(page: Page, by: string): Promise<void> {
  await page.goto("/sandbox/clock");
  const before = await page.getByRole("heading", { level: 1 }).textContent();
  await page.getByRole("button", { name: by, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).not.toHaveText(before ?? "");
}

/** Waits until a mail to someone stands in the demo's outbox. */
async function expectMail(page: Page, to: string, subject: RegExp): Promise<void> {
  await expect(async () => {
    await page.goto("/outbox");
    await expect(page.getByRole("listitem").filter({ hasText: to }).filter({ hasText: subject }).first()).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: settlesWithinMs });
}
