import { expect, type Page } from "@playwright/test";
import { test } from "../support/browser-test";

const places = ["/", "/section/world", "/publisher/harbour-gazette"];

test.describe("when no picture can be had", () => {
  test.beforeEach(({ page }) =>
    page.route(
      ({ pathname }) => pathname.startsWith("/media/"),
      (route) => route.fulfill({ status: 404, body: "No such picture." }),
    ),
  );

  for (const place of places) {
    test(`${place} leaves no hole, no box and no caption of nothing`, async ({ page }) => {
      await page.goto(place, { waitUntil: "load" });
      expect(await page.locator("main img").count()).toBeGreaterThan(0);
      await scrollThrough(page);
      await expect(page.locator("main img:visible")).toHaveCount(0);
    });
  }

  test("an article keeps its words and drops its figures", async ({ page }) => {
    await page.goto("/");
    await page.locator("main article:has(img)").first().getByRole("heading").getByRole("link").first().click();
    await expect(page).toHaveURL(/\/article\//);
    await scrollThrough(page);
    await expect(page.locator("main img:visible")).toHaveCount(0);
    await expect(page.locator("main figcaption:visible")).toHaveCount(0);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  });
});

test("a picture opened by itself can do nothing, and comes as its reader can draw it", async ({ page }) => {
  test.slow();
  await page.goto("/");
  const address = (await page.locator("main img").first().getAttribute("src")) ?? "";
  const get = (accept: string) => page.request.get(address, { headers: { accept } });
  await expect.poll(async () => (await get("image/webp")).status(), { timeout: 75_000 }).toBe(200);
  const [webp, jpeg] = [await get("image/webp,*/*"), await get("*/*")];
  expect([webp.headers()["content-type"], jpeg.headers()["content-type"]]).toEqual(["image/webp", "image/jpeg"]);
  expect(webp.headersArray().filter(({ name }) => name.toLowerCase() === "content-security-policy")).toEqual([
    { name: expect.any(String), value: "default-src 'none'; form-action 'none'; sandbox" },
  ]);
  expect(webp.headers()).toMatchObject({
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
    vary: expect.stringContaining("Accept"),
  });
  const again = await page.request.get(address, { headers: { accept: "image/webp", "if-none-match": webp.headers().etag ?? "" } });
  expect(again.status()).toBe(304);
});

/** Lazy pictures are asked for only when they come near. */
async function scrollThrough(page: Page): Promise<void> {
  // A page just gone to has its address before it has a body.
  await page.waitForLoadState("load");
  await page.evaluate(async () => {
    for (let y = 0; y < document.body.scrollHeight; y += innerHeight / 2) {
      scrollTo(0, y);
      await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 50)));
    }
  });
  await page.waitForLoadState("networkidle");
}
