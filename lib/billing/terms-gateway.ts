import { env } from "@/lib/platform/env";
import { billingProvider, booksSecret, isLiveKey, offeredPrices } from "./provider-gateway";
import type { Terms } from "./settle-store";

/**
 * What billing goes by on this install at this instant.
 *
 * @param now the real instant; each account's own clock is added to it
 * @throws Error when a setting cannot be read
 */
export function billingTerms(now: Date): Terms {
  return { provider: billingProvider(), prices: offeredPrices(), isLive: isLiveKey(), secret: booksSecret(), now };
}

/** The address of one of our own pages, as the provider sends a reader back to it. */
export function ownAddress(path: string): string {
  return `${env().PUBLIC_URL ?? `http://localhost:${env().PORT}`}${path}`;
}
