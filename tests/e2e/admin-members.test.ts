import { expect, type Page } from "@playwright/test";
import { signInByForm, signUpByForm } from "../support/account-forms";
import { test } from "../support/browser-test";
import { enterAs, newEmail, password } from "../support/new-person";
import { sendRaw } from "../support/raw-request";
import { makeStaff } from "../support/staff-account";

let admin = "";
test.beforeAll(async ({ stack }) => {
  admin = await makeStaff(stack, "admin");
});
test.beforeEach(async ({ context, stack }) => {
  await enterAs(context, stack.baseUrl, admin);
});

/** Looks an account up as the office does. */
async function open(page: Page, email: string): Promise<void> {
  await page.goto("/admin/members");
  await page.getByLabel("Address, name or number").fill(email.slice(0, -4));
  await page.getByRole("button", { name: "Look up" }).click();
  await page.getByRole("row").filter({ hasText: email }).getByRole("link").click();
  await expect(page.getByRole("heading", { level: 2, name: "Who" })).toBeVisible();
}

/** Unfolds an act and gives its reason. @returns its form */
async function unfold(page: Page, verb: string) {
  const act = page.locator("details").filter({ has: page.getByText(verb, { exact: true }) });
  await act.locator("summary").click();
  await act.getByLabel("Why").fill("they wrote to us");
  return act;
}

test("a member is found, given days and signed out, and the log says by whom and why", async ({ page, stack }) => {
  const email = newEmail();
  const member = await signUpByForm(stack.baseUrl, { email, password });
  await open(page, email);
  await expect(page.getByText("What they read, saved, follow and mute is theirs alone")).toBeVisible();

  const grant = await unfold(page, "Give days of reading");
  await grant.getByLabel("Days").fill("0");
  await grant.getByRole("button").click();
  await expect(grant.getByLabel("Days")).toBeFocused();
  await grant.getByLabel("Days").fill("30");
  await grant.getByRole("button").click();
  await expect(page.getByRole("row").filter({ hasText: "member.grant" })).toContainText("they wrote to us");
  await expect(page.getByText("Days given last until")).toBeVisible();

  const out = await unfold(page, "Sign out everywhere");
  await out.getByRole("button").click();
  await expect(page.getByText("Nowhere.")).toBeVisible();
  const settings = await sendRaw(stack.baseUrl, { path: "/settings", headers: { cookie: member } });
  expect(settings.headers.location ?? "").toContain("/sign-in");

  await page.getByRole("row").filter({ hasText: "member.sign-out" }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Line \d+$/);
  await expect(page.getByText("member.sign-out", { exact: true })).toBeVisible();
});

test("an account is erased by its typed address alone, and its copy is a file", async ({ page, stack }) => {
  const email = newEmail();
  await signUpByForm(stack.baseUrl, { email, password });
  await open(page, email);
  const copy = await unfold(page, "Take a copy of their data");
  const [file] = await Promise.all([page.waitForEvent("download"), copy.getByRole("button").click()]);
  expect(file.suggestedFilename()).toBe("broadsheet-member-data.json");

  const erase = await unfold(page, "Erase the account");
  page.on("dialog", (dialog) => dialog.accept());
  await erase.getByLabel("Their address, typed out").fill("somebody@example.com");
  await erase.getByRole("button").click();
  await expect(page.getByRole("status")).toContainText("not the address of the account");
  // What was typed stays.
  await expect(erase.getByLabel("Why")).toHaveValue("they wrote to us");
  await erase.getByLabel("Their address, typed out").fill(email);
  await erase.getByRole("button").click();
  await expect(page).toHaveURL(/\/admin\/members$/);
  await expect(page.getByText(email)).toHaveCount(0);
});

test("what is paid is paid back, and the invoice says so", async ({ page, stack }) => {
  await open(page, "subscriber@broadsheet.example");
  const refund = page.locator("details").filter({ hasText: "Pay back invoice" }).first();
  await refund.locator("summary").click();
  await refund.getByLabel("Why").fill("a test of ours");
  page.on("dialog", (dialog) => dialog.accept());
  await refund.getByRole("button").click();
  await expect(page.getByRole("row").filter({ hasText: "Paid back" })).toBeVisible();
  const subscriber = await signInByForm(stack.baseUrl, { email: "subscriber@broadsheet.example", password: stack.demoPassword ?? "" });
  const membership = await sendRaw(stack.baseUrl, { path: "/membership", headers: { cookie: subscriber } });
  expect(membership.body.toString("utf8")).toContain("Paid back");
});

test("the menu leads the staff to their own pages, and readers to none", async ({ page, context, stack }) => {
  await page.goto("/settings");
  await page.locator("details.account > summary").click();
  await expect(page.locator(".account-panel").getByRole("link", { name: "The desk", exact: true })).toHaveAttribute("href", "/desk");
  await expect(page.locator(".account-panel").getByRole("link", { name: "The office" })).toBeVisible();
  await context.clearCookies();
  const editor = await signInByForm(stack.baseUrl, { email: "editor@broadsheet.example", password: stack.demoPassword ?? "" });
  await enterAs(context, stack.baseUrl, editor);
  await page.goto("/settings");
  await page.locator("details.account > summary").click();
  await expect(page.getByRole("link", { name: "Set up your second key to open the desk" })).toHaveAttribute("href", "/settings/two-factor");
  await expect(page.locator(".account-panel").getByRole("link", { name: "The desk", exact: true })).toHaveCount(0);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("a refused act says why on a page of its own, and leads back", async ({ page, stack }) => {
    const email = newEmail();
    await signUpByForm(stack.baseUrl, { email, password });
    await open(page, email);
    const role = await unfold(page, "Change the role");
    await role.locator("select[name=role]").selectOption("editor");
    await role.getByRole("button").click();
    await expect(page.getByText("The address of this account is not confirmed")).toBeVisible();
    await page.getByRole("link", { name: "Back to the page" }).click();
    await expect(page.getByRole("heading", { level: 2, name: "Who" })).toBeVisible();
  });

  test("the log is checked when an admin asks", async ({ page }) => {
    // The worker does it among its other work, of which a new install has much.
    test.setTimeout(90_000);
    await page.goto("/desk/log");
    await page.getByRole("button", { name: "Check it now" }).click();
    await expect(page.getByText(/The whole log (is being|was) checked/)).toBeVisible();
    await expect(async () => {
      await page.goto("/desk/log");
      await expect(page.getByText("every line is as it was written")).toBeVisible({ timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
  });
});
