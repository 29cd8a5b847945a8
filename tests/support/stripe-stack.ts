import pg from "pg";
import { daySec } from "@/lib/core/clock";
import { test as base } from "./browser-test";
import { type Stack, startStack } from "./stack";
import type { StackFacts } from "./stack-file";
import { type StripeServer, startStripeServer } from "./stripe-server";

/** The product as it is where Stripe takes the payments, and a local Stripe whose clock can be moved. */
export type StripeStack = {
  server: StripeServer;
  /** Posts the events that have not been posted yet, newest first and each twice. @returns the answers' statuses */
  tell: () => Promise<number[]>;
  /** So many days pass, at Stripe and for an account of ours. */
  pass: (email: string, days: number) => Promise<void>;
};

/** Playwright's `test` on a second product, which has Stripe's keys and a local server that speaks Stripe's shapes. */
export const stripeTest = base.extend<object, { running: StripeStack & { stack: Stack }; stripe: StripeStack; stack: StackFacts }>({
  running: [
    async ({ browserName: _ }, use) => {
      const running = await startRunning();
      await use(running);
      await running.stack.stop();
      await running.server.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],
  stripe: [({ running }, use) => use(running), { scope: "worker" }],
  stack: [({ running }, use) => use(running.stack), { scope: "worker" }],
});

async function startRunning(): Promise<StripeStack & { stack: Stack }> {
  const keys = { secretKey: "sk_test_chromium", webhookSecret: "whsec_chromium" };
  const server = await startStripeServer({ ...keys, nowSec: Math.floor(Date.now() / 1_000) });
  const stack = await startStack("stripe-stack", {
    STRIPE_SECRET_KEY: keys.secretKey,
    STRIPE_WEBHOOK_SECRET: keys.webhookSecret,
    STRIPE_API_URL: server.url,
  });
  let told = 0;
  const tell = async () => {
    const events = server.books.events.slice(told).toReversed();
    told = server.books.events.length;
    const statuses: number[] = [];
    for (const event of [...events, ...events]) {
      const { body, signature } = server.sign(event, Math.floor(Date.now() / 1_000));
      const posted = await fetch(`${stack.baseUrl}/api/webhooks/stripe`, {
        method: "POST",
        body,
        headers: { "stripe-signature": signature },
      });
      statuses.push(posted.status);
    }
    return statuses;
  };
  const pass = async (email: string, days: number) => {
    server.books.advance(server.books.nowSec() + days * daySec);
    const aheadSec = server.books.nowSec() - Math.floor(Date.now() / 1_000);
    const client = new pg.Client({ connectionString: stack.databaseUrl });
    await client.connect();
    await client.query('UPDATE "user" SET clock_ahead_sec = $1 WHERE email = $2', [aheadSec, email]);
    await client.end();
  };
  return { server, stack, tell, pass };
}
