import "server-only";
import { accountKey } from "@/lib/accounts/account-key";
import type { Staff } from "@/lib/accounts/guards";
import { listOfficeInvoices } from "./admin-store";
import type { OfficeBooks } from "./admin-types";
import { findMember } from "./change-store";
import { standingAt } from "./standing-at";
import { billingTerms } from "./terms-gateway";

/** The books of one account as the office sees them; null where there is no account, and for anyone who does not run the paper. */
export async function readBooksOf(staff: Staff, userId: string, now: Date): Promise<OfficeBooks | null> {
  if (staff.viewer.role !== "admin") return null;
  const terms = billingTerms(now);
  const member = await findMember(userId, terms);
  if (!member) return null;
  const { books, clockAheadSec, subscriptionId } = member;
  return {
    standing: standingAt(books, member.now),
    giftUntil: books.giftUntil && books.giftUntil > member.now ? books.giftUntil : null,
    isRunning: subscriptionId !== null && books.subscription !== null && books.subscription.state !== "lapsed",
    invoices: await listOfficeInvoices(accountKey(terms.secret, userId), terms.provider.name),
    provider: terms.provider.name,
    clockAheadSec,
  };
}
