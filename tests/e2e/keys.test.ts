import { type CDPSession, expect, type Page } from "@playwright/test";
import { generateSync } from "otplib";
import { test } from "../support/browser-test";

const password = "correct horse battery staple";

/** A phone or laptop with a fingerprint reader, as Chromium plays it. */
async function plugAuthenticator(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return devtools;
}

test("a passkey is added, signs in, is renamed and removed", async ({ page }) => {
  await plugAuthenticator(page);
  const email = `passkey-${Date.now()}@example.com`;
  await signUp(page, email);
  await page.goto("/settings/passkeys");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("heading", { name: "This device" })).toBeVisible();

  await signOut(page);
  await page.goto("/sign-in?returnTo=/section/world");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page).toHaveURL(/\/section\/world$/);
  await expect(page.getByLabel("Your account, Ada Reader")).toBeVisible();

  await page.goto("/settings/passkeys");
  await page.getByText("Rename or remove").click();
  await page.getByLabel("Name").fill("My laptop");
  await page.getByRole("button", { name: "Rename" }).click();
  await expect(page.getByRole("heading", { name: "My laptop" })).toBeVisible();
  await page.getByText("Rename or remove").click();
  await page.getByRole("button", { name: "Remove this passkey" }).click();
  await expect(page.getByText("Your account has no passkey yet.")).toBeVisible();

  await signOut(page);
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("alert").first()).toContainText("not known here");
});

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "an authenticator app" : "an authenticator app, without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("is set up, asked for as the second step, and its backup codes open too", async ({ page }) => {
      test.slow();
      const email = `app-${javaScriptEnabled}-${Date.now()}@example.com`;
      await signUp(page, email);
      await page.goto("/settings/two-factor");
      await page.getByRole("button", { name: "Set up an app" }).click();
      const secret = ((await page.locator("code.secret").textContent()) ?? "").replaceAll(" ", "");
      await expect(page.getByRole("img", { name: /secret of your account/ })).toBeVisible();
      await page.getByLabel("Code").fill(generateSync({ secret }));
      await page.getByRole("button", { name: "Turn it on" }).click();
      const backupCode = (await page.locator(".codes code").first().textContent()) ?? "";
      await page.getByRole("button", { name: "I have kept them" }).click();
      await expect(page.getByText("10 backup codes are left.")).toBeVisible();

      await signOut(page);
      await signIn(page, email, password);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText("Second step");
      await page.getByLabel("Code").fill("000000");
      await page.getByRole("button", { name: "Go on" }).click();
      await expect(page.getByRole("alert").first()).toContainText("does not fit");
      await page.getByLabel("Code").fill(backupCode);
      await page.getByRole("button", { name: "Go on" }).click();
      await expect(page.getByLabel("Your account, Ada Reader")).toBeVisible();
    });
  });
}

test("an editor of the demo is led to a second key before the role counts", async ({ page, stack }) => {
  await plugAuthenticator(page);
  await signIn(page, "editor@broadsheet.example", stack.demoPassword);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("One more key");
  await page.getByRole("link", { name: "Add a passkey" }).click();
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("heading", { name: "This device" })).toBeVisible();

  await signOut(page);
  await signIn(page, "editor@broadsheet.example", stack.demoPassword);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Second step");
  await page.getByRole("button", { name: "Use a passkey" }).click();
  await expect(page).toHaveURL("/");

  // The demo's editor stays as every other test expects it: without a key.
  await page.goto("/settings/passkeys");
  await page.getByText("Rename or remove").click();
  await page.getByRole("button", { name: "Remove this passkey" }).click();
  await expect(page.getByText("Your account has no passkey yet.")).toBeVisible();
});

test("an account takes its data along and is erased", async ({ page }) => {
  const email = `leaving-${Date.now()}@example.com`;
  await signUp(page, email);
  const exported = await page.request.get("/settings/data/export");
  expect(exported.headers()).toMatchObject({ "cache-control": "private, no-store", "content-type": "application/json; charset=utf-8" });
  expect((await exported.json()).tables.user.email).toBe(email);
  const opml = await page.request.get("/settings/data/opml");
  expect(await opml.text()).toContain('<opml version="2.0">');

  await page.goto("/settings/data");
  await page.getByRole("link", { name: "Close the account" }).click();
  await page.getByLabel("Your address, to be sure").fill("someone@example.com");
  await page.getByRole("button", { name: "Erase everything" }).click();
  await expect(page.getByRole("alert").first()).toContainText("not the address");
  await page.getByLabel("Your address, to be sure").fill(email);
  await page.getByRole("button", { name: "Erase everything" }).click();
  await expect(page.getByRole("link", { name: "Start reading" }).first()).toBeVisible();
  await signIn(page, email, password);
  await expect(page.getByRole("alert").first()).toContainText("do not match");
});

async function signUp(page: Page, email: string): Promise<void> {
  await page.goto("/sign-up");
  await page.getByLabel("Your name").fill("Ada Reader");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Start 14 days free" }).click();
  await expect(page).not.toHaveURL(/sign-up/);
}

async function signIn(page: Page, email: string, withPassword: string): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(email);
  await page.getByLabel("Password").fill(withPassword);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function signOut(page: Page): Promise<void> {
  await page.goto("/");
  await page.getByLabel("Your account, ").click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("link", { name: "Start reading" }).first()).toBeVisible();
}
