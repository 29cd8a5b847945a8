/**
 * The path and query of an address of ours. The sandbox stands on our own site, and a reader stays on the host that
 * knows the session, whichever of its names they came by.
 */
export function ownPath(address: string): string {
  const { pathname, search } = new URL(address, "http://localhost");
  return pathname + search;
}

/** Our own page after a payment, with the session's id where the address has `{CHECKOUT_SESSION_ID}`, as at Stripe. */
export const landingPath = (successUrl: string, sessionId: string): string =>
  ownPath(successUrl.replaceAll("{CHECKOUT_SESSION_ID}", encodeURIComponent(sessionId)));
