import { demoSubscriberId } from "@/lib/accounts/demo-accounts-store";
import { openCheckout, settleCheckout } from "@/lib/billing/checkout-store";
import { findMembership } from "@/lib/billing/membership-store";
import { paySandboxSession } from "@/lib/billing/sandbox-session-store";
import { billingTerms, ownAddress } from "@/lib/billing/terms-gateway";
import type { WorkerContext } from "../context";

/**
 * Gives the demo's subscriber a membership with books behind it: bought by the year from the sandbox, as any reader would
 * buy it. Nothing happens where there is no such account, where it has one, or where real money is taken.
 */
export async function seedMembership(context: Pick<WorkerContext, "log" | "now">): Promise<void> {
  const terms = billingTerms(context.now());
  const record = await findMembership(demoSubscriberId);
  const price = terms.prices.find(({ plan }) => plan === "yearly");
  if (terms.provider.name !== "sandbox" || !record || record.books.subscription || !price) return;
  const { userId, email, customerId } = record;
  const pages = { successUrl: ownAddress("/membership/return"), cancelUrl: ownAddress("/price") };
  const opened = await openCheckout({ userId, email, customerId, price, ...pages }, terms);
  if (!opened.ok) return;
  await paySandboxSession(opened.value.sessionId, { card: "pays", last4: "4242", needsConfirmation: false }, context.now());
  const settled = await settleCheckout(opened.value.sessionId, terms);
  context.log.info({ job: "billing.demo", isSettled: settled.ok });
}
