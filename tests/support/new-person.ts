import type { Page } from "@playwright/test";
import { signUpByForm } from "./account-forms";

let people = 0;

/** An address that nobody has signed up with yet. */
const newEmail = (): string => `person-${process.pid}-${Date.now()}-${++people}@example.com`;

/** Signs somebody new up, in this browser: their trial begins, and every title is open to them. */
export async function enterAsNew(page: Page, origin: string): Promise<void> {
  const cookie = await signUpByForm(origin, { email: newEmail(), password: "correct horse battery staple" });
  const at = cookie.indexOf("=");
  await page.context().addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: origin }]);
}
