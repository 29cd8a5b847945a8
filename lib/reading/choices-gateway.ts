import { cookies } from "next/headers";
import { daySec } from "@/lib/core/clock";
import { env } from "@/lib/platform/env";
import { type Choices, parseChoices, writeChoices } from "./visitor-choices";

const cookieName = "broadsheet-choices";
const keptForSec = 180 * daySec;

/** What this browser's reader picked before they had an account; null for nothing, or what we did not write. */
export async function findCarriedChoices(): Promise<Choices | null> {
  return parseChoices((await cookies()).get(cookieName)?.value);
}

/** Lets this browser carry choices until somebody signs up in it, for half a year at most. */
export async function carryChoices(choices: Choices): Promise<void> {
  await setCookie(writeChoices(choices), keptForSec);
}

/** Takes them away again, readable or not. */
export async function dropCarriedChoices(): Promise<void> {
  if ((await cookies()).get(cookieName) !== undefined) await setCookie("", 0);
}

async function setCookie(value: string, maxAge: number): Promise<void> {
  const secure = env().PUBLIC_URL?.startsWith("https:") ?? false;
  (await cookies()).set(cookieName, value, { maxAge, path: "/", secure, httpOnly: true, sameSite: "lax" });
}
