import { setTimeout as delay } from "node:timers/promises";
import type { SignInAccount } from "./fill-accounts";

/** What came of one sign-in. */
export type Answer = { status: number; hasSession: boolean; retryAfter: string | null; tookMs: number };

/** Posts the sign-in form for each account at a steady rate, whether or not the ones before have been answered. */
export async function sendSignIns(origin: string, accounts: SignInAccount[], perSecond: number): Promise<Answer[]> {
  const startedAt = performance.now();
  const answers: Promise<Answer>[] = [];
  for (const [index, account] of accounts.entries()) {
    const wait = startedAt + (index * 1_000) / perSecond - performance.now();
    if (wait > 0) await delay(wait);
    answers.push(signIn(origin, account));
  }
  return Promise.all(answers);
}

async function signIn(origin: string, { email, password }: SignInAccount): Promise<Answer> {
  const from = performance.now();
  // Each on a connection of its own if need be: the burst is to arrive at once.
  const answer = await fetch(`${origin}/sign-in/submit`, {
    method: "POST",
    redirect: "manual",
    headers: { origin, "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ email, password }),
  });
  await answer.arrayBuffer();
  return {
    status: answer.status,
    hasSession: answer.headers.getSetCookie().some((cookie) => cookie.startsWith("broadsheet-session=")),
    retryAfter: answer.headers.get("retry-after"),
    tookMs: performance.now() - from,
  };
}
