import { expect } from "vitest";
import { signIn, signUp } from "@/lib/accounts/commands";
import type { PrismaClient } from "@/prisma/generated/client";
import { type Browser, makeBrowser } from "./browser-request";

export const worldPassword = "zebra marmalade orbit";

let people = 0;

/** Somebody new in a browser of their own, signed up a moment ago. */
export async function newPerson(db: PrismaClient): Promise<{ browser: Browser; email: string; userId: string }> {
  const number = ++people;
  const email = `person${number}@example.com`;
  const browser = makeBrowser(`198.51.${number}.7`);
  const made = await browser.ask(() => signUp({ name: "Ada Person", email, password: worldPassword }));
  expect(made).toMatchObject({ ok: true });
  const { id: userId } = await db.user.findUniqueOrThrow({ where: { email }, select: { id: true } });
  return { browser, email, userId };
}

/** Signs in by password from a browser nobody knows. @returns where that led */
export async function signInElsewhere(email: string): Promise<{ browser: Browser; path: string }> {
  const browser = makeBrowser(`203.0.113.${++people % 250}`);
  const answer = await browser.ask(() => signIn({ email, password: worldPassword }));
  if (!answer.ok) throw new Error(`Signing in was refused: ${answer.error.kind}`);
  return { browser, path: answer.value };
}

/** Lets the sessions of an account grow old, as if they had been opened so many minutes ago. */
export async function ageSessions(db: PrismaClient, userId: string, minutes: number): Promise<void> {
  const at = new Date(Date.now() - minutes * 60_000);
  await db.session.updateMany({ where: { userId }, data: { createdAt: at, steppedUpAt: null } });
}
