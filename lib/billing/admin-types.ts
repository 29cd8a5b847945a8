import { z } from "zod";
import type { ProviderInvoice, Standing } from "./types";

const userId = z.string().min(1).max(100);
const reason = z.string().trim().min(3, "say why, in three letters or more").max(500);

/** Days that the office gives, at most a year at once. */
export const GrantForm = z.strictObject({ userId, reason, days: z.coerce.number().int().min(1).max(366) });

/** An invoice to be paid back; `alsoEnd`: the membership ends with it, and with it what the invoice had opened. */
export const RefundForm = z.strictObject({
  userId,
  reason,
  invoiceId: z.coerce.number().int().positive(),
  alsoEnd: z
    .literal("on")
    .optional()
    .transform((box) => box === "on"),
});
export type RefundForm = z.infer<typeof RefundForm>;

/** An invoice as the office sees it. Money in minor units. */
export type OfficeInvoice = {
  invoiceId: number;
  number: string;
  issuedAt: Date;
  amountMinor: number;
  currency: string;
  status: ProviderInvoice["status"];
  /** Whether it can be paid back here: it was paid, by whoever takes our payments now. */
  isRefundable: boolean;
};

/** The books of one account as the office sees them. Instants are on the account's own clock, UTC. */
export type OfficeBooks = {
  standing: Standing;
  giftUntil: Date | null;
  /** Whether the provider may still charge for something. */
  isRunning: boolean;
  invoices: OfficeInvoice[];
  provider: "stripe" | "sandbox";
  clockAheadSec: number;
};
