import { type Browser, expect, type Page } from "@playwright/test";
import { findAxeFaults } from "../support/axe-faults";
import { test } from "../support/browser-test";
import { enterAs } from "../support/new-person";
import type { StackFacts } from "../support/stack-file";
import { makeStaff } from "../support/staff-account";

// The machine makes a second factor for everyone who comes in.
test.setTimeout(120_000);

const board = "/desk/lists/our-picks";
const rowsOf = (page: Page) => page.locator(".board").first().locator("[data-pick]");
/** Waits until the list stands in this order. */
const expectOrder = (page: Page, order: (string | undefined)[]) =>
  expect(rowsOf(page).locator(".desk-headline")).toHaveText(order.map((headline) => headline ?? ""));
const headlines = (page: Page) => rowsOf(page).locator(".desk-headline").allTextContents();

async function openDesk(browser: Browser, stack: StackFacts, role: "editor" | "admin" = "editor"): Promise<Page> {
  const context = await browser.newContext({ baseURL: stack.baseUrl, viewport: { width: 1280, height: 900 } });
  await enterAs(context, stack.baseUrl, await makeStaff(stack, role));
  return context.newPage();
}

/** An article of the front page that is not on the list yet. @returns its address */
async function findUnpicked(page: Page): Promise<string> {
  await page.goto("/section/science");
  const links = await page
    .getByRole("main")
    .locator('.card :is(h2, h3) a[href^="/article/"]')
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  await page.goto(board);
  const picked = await rowsOf(page)
    .locator(".desk-headline a")
    .evaluateAll((all) => all.map((a) => a.getAttribute("href") ?? ""));
  return links.find((href) => !picked.includes(href)) ?? "";
}

/** Publishes, in spite of whatever conflicts the sample articles have. */
async function publish(page: Page): Promise<void> {
  const anyway = page.getByLabel("Publish in spite of the conflicts");
  if ((await anyway.count()) > 0) await anyway.check();
  await page.getByRole("button", { name: /^Publish/ }).click();
}

test("two editors on one list: nothing is lost, and both are told", async ({ browser, stack }) => {
  const [ann, ben] = [await openDesk(browser, stack), await openDesk(browser, stack)];
  await ann.goto(board);
  await ben.goto(board);
  const [first = "", second = "", ...others] = await headlines(ben);
  await rowsOf(ann).first().getByRole("button", { name: /^Down/ }).click();
  await expectOrder(ann, [second, first, ...others]);
  // Told while the page is open, by its own asking.
  await expect(ben.locator("[data-others]")).toContainText("to place 2");

  // On what the other changed: refused, said, and nothing done.
  await rowsOf(ben).first().getByRole("button", { name: /^Down/ }).click();
  await expect(ben.locator("[data-said]")).toContainText("changed this list meanwhile");
  expect((await headlines(ben))[0]).toBe(first);

  // Elsewhere on the list: done beside it, and said.
  await rowsOf(ben).nth(4).getByRole("button", { name: /^Pin/ }).click();
  await expect(ben.locator("[data-others]")).toContainText("Done, beside what others did meanwhile");
  expect((await headlines(ben)).slice(0, 2)).toEqual([second, first]);
  await expect(rowsOf(ben).nth(4)).toContainText("pinned");
  await expect(ann.locator("[data-others]")).toContainText("pinned");

  // Published by one, it is not published over by the other, who has not seen it.
  await publish(ann);
  await expect(ann.locator("[data-said]")).toContainText("changed this list meanwhile");
  await publish(ben);
  await expect(ben.getByRole("heading", { name: "Readers see this list as it is" })).toBeVisible();
  await Promise.all([ann.context().close(), ben.context().close()]);
});

test("a pick is on the visitors' kept front page within two seconds of its publishing, in the desk's words, and in the archive", async ({
  browser,
  stack,
  page,
}) => {
  const editor = await openDesk(browser, stack);
  const address = await findUnpicked(editor);
  await editor.goto(`${board}/add?${new URLSearchParams({ article: `${stack.baseUrl}${address}` })}`);
  const words = `A headline of the desk's own, ${Date.now()}`;
  await editor.getByLabel("Headline on the card").fill(words);
  await editor.getByLabel("Why we picked this").fill("Because it is checked.");
  await editor.getByLabel(/^Place/).fill("1");
  await editor.getByRole("button", { name: "Add it to the draft" }).click();
  await expect(editor.getByText(words)).toBeVisible();
  const kept = async () => (await (await page.request.get("/")).text()).includes(words.replaceAll("'", "&#x27;"));
  expect(await kept(), "a draft is not shown").toBe(false);
  const published = editor.waitForResponse((answer) => answer.url().endsWith("/publish"));
  await publish(editor);
  await published;
  const from = Date.now();
  await expect.poll(kept, { intervals: [50], timeout: 5_000 }).toBe(true);
  expect(Date.now() - from, "milliseconds until visitors see it").toBeLessThan(2_000);
  await page.goto("/picks/our-picks");
  await expect(page.getByRole("main")).toContainText(words);
  await page.goto(address);
  await expect(page.getByRole("main").getByRole("heading", { level: 1 })).not.toContainText(words);
  await editor.context().close();
});

test("everything on a list is done by keyboard alone", async ({ browser, stack }) => {
  const editor = await openDesk(browser, stack);
  const address = await findUnpicked(editor);
  await editor.goto(board);
  const before = await headlines(editor);
  const press = async (key: string): Promise<void> => {
    const loaded = editor.waitForEvent("load");
    await editor.keyboard.press(key);
    await loaded;
  };
  await editor.keyboard.press("j");
  await editor.keyboard.press("j");
  await press("u");
  await expectOrder(editor, [before[1], before[0], ...before.slice(2)]);
  // The same row goes on being the one in hand.
  await press("d");
  await expectOrder(editor, before);
  await press("z");
  expect((await headlines(editor))[0]).toBe(before[1]);
  await press("z");
  await editor.keyboard.press("j");
  await press("x");
  expect(await headlines(editor)).not.toContain(before[0]);

  // The form: by Tab through its fields, sent by Enter.
  await editor.goto(`${board}/add`);
  await editor.getByLabel("Address of the article").focus();
  await editor.keyboard.type(address);
  await press("Enter");
  await editor.getByLabel("Why we picked this").focus();
  await editor.keyboard.type("Read it.");
  await editor.keyboard.press("Tab");
  await editor.keyboard.type("2");
  await press("Enter");
  await expect(editor.locator(`.board a[href="${address}"]`).first()).toBeVisible();
  const isBlocked = await editor.getByLabel("Publish in spite of the conflicts").count();
  if (isBlocked > 0) {
    await editor.getByLabel("Publish in spite of the conflicts").focus();
    await editor.keyboard.press("Space");
    await editor.keyboard.press("Tab");
    await press("Enter");
  } else await press("P");
  await expect(editor.getByRole("heading", { name: "Readers see this list as it is" })).toBeVisible();
  await editor.context().close();
});

test("a row is dragged to its place, and a list works without script", async ({ browser, stack }) => {
  const editor = await openDesk(browser, stack);
  await editor.goto(board);
  const before = await headlines(editor);
  await rowsOf(editor).nth(3).locator(".board-slot").dragTo(rowsOf(editor).nth(1));
  await expectOrder(editor, [before[0], before[3], before[1], before[2], ...before.slice(4)]);
  const [cookie] = await editor.context().cookies();
  const plain = await browser.newContext({ baseURL: stack.baseUrl, javaScriptEnabled: false });
  await enterAs(plain, stack.baseUrl, `${cookie?.name}=${cookie?.value}`);
  const page = await plain.newPage();
  await page.goto(board);
  await page.getByRole("button", { name: /^Undo/ }).click();
  await expect(page.locator(".board-last")).toContainText("undid");
  await expectOrder(page, before);
  await Promise.all([editor.context().close(), plain.close()]);
});

test("an admin defines a list, previews it as readers would see it, and no page of the lists has a serious fault for axe", async ({
  browser,
  stack,
}) => {
  const admin = await openDesk(browser, stack, "admin");
  const address = await findUnpicked(admin);
  const slug = `list-${Date.now()}`;
  await admin.goto("/desk/lists");
  await admin.getByText("A new list", { exact: true }).click();
  const form = admin.locator("form", { has: admin.getByRole("button", { name: "Define the list" }) });
  await form.getByLabel(/^Address/).fill(slug);
  await form.getByLabel(/^Name/).fill("Made for a test");
  await form.getByLabel(/^Place on the front page/).fill("2");
  await form.getByRole("button", { name: "Define the list" }).click();
  await expect(admin.getByRole("link", { name: "Made for a test" })).toBeVisible();
  await admin.goto(`/desk/lists/${slug}/add?${new URLSearchParams({ article: address })}`);
  await admin.getByLabel("Headline on the card").fill("A card of the draft");
  await admin.getByLabel(/^Edition/).fill("de");
  await admin.getByRole("button", { name: "Add it to the draft" }).click();
  await expect(admin.getByText("To come")).toBeVisible();
  await admin.goto("/desk/preview?draft=yes&as=member&edition=de-AT");
  await expect(admin.getByText("A card of the draft")).toBeVisible();
  await admin.goto("/desk/preview?draft=yes&as=visitor");
  await expect(admin.getByText("A card of the draft")).toHaveCount(0);
  for (const path of [
    "/desk",
    "/desk/lists",
    board,
    `/desk/lists/${slug}`,
    `${board}/add`,
    `${board}/add?article=1`,
    `${board}/history`,
    "/desk/preview",
  ]) {
    await admin.goto(path);
    expect(await findAxeFaults(admin), path).toEqual([]);
  }
  await admin.context().close();
});
