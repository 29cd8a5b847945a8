import Stripe from "stripe";
import { env } from "@/lib/platform/env";

export type StripeClient = Stripe;

const timeoutMs = 10_000;
const retriesMax = 2;
/** The version whose shapes our readers were written for; the library's own moves with it. */
const apiVersion = "2026-10-28.endive";

let made: { key: string; url: string; client: StripeClient } | undefined;

/**
 * Stripe's own library with the install's key: the one way to Stripe. It dials by itself, to Stripe or to the address
 * that the operator set, never to one that anybody else wrote.
 *
 * @throws Error without a key
 */
export function stripeClient(): StripeClient {
  const { STRIPE_SECRET_KEY: key, STRIPE_API_URL: url } = env();
  if (key === undefined) throw new Error("STRIPE_SECRET_KEY is not set.");
  if (made?.key !== key || made.url !== url) made = { key, url, client: makeClient(key, new URL(url)) };
  return made.client;
}

function makeClient(key: string, { protocol, hostname, port }: URL): StripeClient {
  const isSecure = protocol === "https:";
  return new Stripe(key, {
    apiVersion,
    timeout: timeoutMs,
    maxNetworkRetries: retriesMax,
    telemetry: false,
    protocol: isSecure ? "https" : "http",
    host: hostname,
    port: port || (isSecure ? 443 : 80),
  });
}
