import type { BrowserContext, Page } from "@playwright/test";
import { signUpByForm } from "./account-forms";

let people = 0;

/** An address that nobody has signed up with yet. */
export const newEmail = (): string => `person-${process.pid}-${Date.now()}-${++people}@example.com`;

/** What they all sign in with. */
export const password = "correct horse battery staple";

/** Signs somebody new up: their trial begins, and every title is open to them. @returns the value for a Cookie header */
export const signUpNew = (origin: string): Promise<string> => signUpByForm(origin, { email: newEmail(), password });

/** Gives a browser somebody's session. */
export async function enterAs(context: BrowserContext, origin: string, cookie: string): Promise<void> {
  const at = cookie.indexOf("=");
  await context.addCookies([{ name: cookie.slice(0, at), value: cookie.slice(at + 1), url: origin }]);
}

/** Signs somebody new up, in this browser. @returns the value for a Cookie header */
export async function enterAsNew(page: Page, origin: string): Promise<string> {
  const cookie = await signUpNew(origin);
  await enterAs(page.context(), origin, cookie);
  return cookie;
}
