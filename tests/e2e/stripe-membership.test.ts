import { expect, type Page } from "@playwright/test";
import { type StripeStack, stripeTest as test } from "../support/stripe-stack";

const memberWall = "This article is for members";
/** An event is settled by a job. */
const settlesWithinMs = 30_000;

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "a member by Stripe" : "a member by Stripe, without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("pays, reads, sees the portal, cancels, reads to the period's end, and meets the wall", async ({ page, stripe }) => {
      test.setTimeout(2 * 60_000);
      const email = `stripe-${javaScriptEnabled}-${Date.now()}@example.com`;
      const chargesBefore = stripe.server.books.charges.length;
      const article = await test.step("a trial runs out, and nothing was charged", () => outliveTrial(page, stripe, email));
      await test.step("Stripe's page takes the payment, and its events open the article", () => pay(page, stripe, article));
      await test.step("Stripe's portal leads back here", () => visitPortal(page));
      await test.step("cancelling takes one page, and all stays open to the period's end", () => cancel(page, stripe, email, article));
      await test.step("then there is the wall, and one payment was made in all", () => outlive(page, stripe, email, article));
      expect(stripe.server.books.charges).toHaveLength(chargesBefore + 1);
    });
  });
}

test("the sandbox is not there, and neither are its pages and its events", async ({ page, stack }) => {
  for (const path of ["/sandbox/clock", "/sandbox/checkout/none", "/sandbox/portal/none"]) {
    const answer = await page.request.get(path, { maxRedirects: 0 });
    expect(answer.status(), path).toBe(404);
  }
  expect((await page.request.post(`${stack.baseUrl}/api/webhooks/sandbox`, { data: {} })).status()).toBe(404);
});

async function outliveTrial(page: Page, stripe: StripeStack, email: string): Promise<string> {
  await page.goto("/publisher/harbour-gazette");
  await page.getByRole("main").getByRole("article").first().getByRole("heading").getByRole("link").click();
  await page.getByRole("region", { name: "Sign up to read this article" }).getByRole("link", { name: "Start 14 days free" }).click();
  await page.getByLabel("Your name").fill("Ada Reader");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill("a gazette by the harbour at dawn");
  await page.getByRole("button", { name: "Start 14 days free" }).click();
  await expect(page).toHaveURL(/\/article\//);
  const article = page.url();
  await passDays(page, stripe, email, 15);
  await page.goto(article);
  await expect(page.getByRole("region", { name: memberWall })).toBeVisible();
  await page.goto("/membership");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("nothing was charged");
  await page.goto(article);
  return article;
}

async function pay(page: Page, stripe: StripeStack, article: string): Promise<void> {
  await page.getByRole("region", { name: memberWall }).getByRole("link", { name: "Become a member" }).click();
  await page.getByRole("button", { name: "Pay by the month" }).click();
  await page.waitForURL(`${stripe.server.url}/pay/**`);
  // The window is closed before it comes back: only the events can tell. A redirect meets no route, so the payment's own does it.
  await page.route(`${stripe.server.url}/pay/**`, async (route) => {
    await route.fetch({ maxRedirects: 0 });
    await route.fulfill({ status: 204 });
  });
  await page.getByRole("button", { name: "Pay" }).click({ noWaitAfter: true });
  await expect.poll(() => stripe.server.books.events.at(-1)?.type).toBe("checkout.session.completed");
  await page.goto(article);
  await expect(page.getByRole("region", { name: memberWall })).toBeVisible();
  const statuses = await stripe.tell();
  expect(statuses.length).toBeGreaterThanOrEqual(6);
  expect(statuses.filter((status) => status !== 200)).toEqual([]);
  await expectOpen(page, article);
}

async function visitPortal(page: Page): Promise<void> {
  await page.goto("/membership");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("You are a member until");
  await page.getByRole("button", { name: "Open the payment page" }).click();
  await expect(page.getByRole("heading", { name: "Cards and invoices" })).toBeVisible();
  await page.getByRole("link", { name: "Back" }).click();
  await expect(page).toHaveURL(/\/membership$/);
}

async function cancel(page: Page, stripe: StripeStack, email: string, article: string): Promise<void> {
  await page.getByRole("link", { name: "Cancel membership" }).click();
  await page.getByRole("button", { name: "Cancel membership" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("cancelled and runs until");
  await passDays(page, stripe, email, 27);
  expect((await stripe.tell()).filter((status) => status !== 200)).toEqual([]);
  await expectOpen(page, article);
}

async function outlive(page: Page, stripe: StripeStack, email: string, article: string): Promise<void> {
  await passDays(page, stripe, email, 5);
  expect(await stripe.tell()).toContain(200);
  await page.goto(article);
  await expect(page.getByRole("region", { name: memberWall })).toBeVisible();
  await expect(async () => {
    await page.goto("/membership");
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Your membership ended on", { timeout: 1_000 });
  }).toPass({ timeout: settlesWithinMs });
  await expect(page.getByRole("row").filter({ hasText: "$9.99" })).toHaveCount(1);
}

/** An article that lay open meanwhile would say how far it was read to a server that opens it no longer, and be refused. */
async function passDays(page: Page, stripe: StripeStack, email: string, days: number): Promise<void> {
  await page.goto("about:blank");
  await stripe.pass(email, days);
}

/** An event is settled a moment after it was taken. */
async function expectOpen(page: Page, article: string): Promise<void> {
  await expect(async () => {
    await page.goto(article);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible({ timeout: 1_000 });
    await expect(page.locator(".wall")).toHaveCount(0, { timeout: 1_000 });
  }).toPass({ timeout: settlesWithinMs });
}
