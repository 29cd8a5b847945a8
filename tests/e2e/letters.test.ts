import { type BrowserContext, expect } from "@playwright/test";
import { test } from "../support/browser-test";

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? "letters" : "letters, without JavaScript", () => {
    test.use({ javaScriptEnabled });

    test("make an account, sign in to it, and set its password", async ({ page, context }) => {
      const email = `letter-${javaScriptEnabled}-${Date.now()}@example.com`;
      await page.goto("/sign-in?returnTo=/titles");
      await page.getByLabel("E-mail address").fill(email);
      await page.getByRole("button", { name: "Mail me a link and a code" }).click();
      await expect(page).toHaveURL(/\/sign-in\/code/);
      const code = /code is (\d{4} \d{4})/.exec(await readMail(context, email, "Your code"))?.[1] ?? "";
      await page.getByLabel("Code").fill(code);
      await page.getByRole("button", { name: "Sign in" }).click();
      await expect(page).toHaveURL(/\/titles$/);

      await page.goto("/settings");
      await expect(page.getByText("this browser", { exact: true })).toBeVisible();
      await page.getByRole("button", { name: "Sign out of this browser" }).click();
      await page.goto("/reset");
      await page.getByLabel("E-mail address").fill(email);
      await page.getByRole("button", { name: "Mail me a link" }).click();
      await expect(page).toHaveURL(/done=mailed/);
      const link = /http\S+reset\/new\S+/.exec(await readMail(context, email, "Set a new password"))?.[0] ?? "";
      await page.goto(link);
      await page.getByLabel("Password").fill("password1234");
      await page.getByRole("button", { name: "Set the password" }).click();
      await expect(page.getByText("one of the passwords that are tried first")).toBeVisible();
      await page.getByLabel("Password").fill("seven grey herons waiting");
      await page.getByRole("button", { name: "Set the password" }).click();

      await page.getByLabel("E-mail address").fill(email);
      await page.getByLabel("Password").fill("seven grey herons waiting");
      await page.getByRole("button", { name: "Sign in", exact: true }).click();
      await expect(page).toHaveURL((url) => url.pathname === "/");
      await page.goto(link);
      await expect(page.getByText("This link was used or is too old.")).toBeVisible();
    });
  });
}

/** Reads the newest mail to an address with this in its subject, on the page that only a demo has. */
async function readMail(context: BrowserContext, to: string, subject: string): Promise<string> {
  const page = await context.newPage();
  const found = page.getByRole("listitem").filter({ hasText: to }).filter({ hasText: subject }).first();
  await expect(async () => {
    await page.goto("/outbox");
    await expect(found).toBeVisible({ timeout: 500 });
  }).toPass({ timeout: 60_000 });
  await found.getByRole("link").click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(subject);
  const text = (await page.getByRole("main").textContent()) ?? "";
  await page.close();
  return text;
}
