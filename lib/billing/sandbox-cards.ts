import { err, ok, type Result } from "@/lib/core/result";
import type { SandboxCard, SandboxCardForm, SandboxFault } from "./sandbox-types";

/** The sandbox's own cards: no other number is taken, so nobody's real card ever gets in. */
export const testCards = [
  { number: "4242 4242 4242 4242", does: "succeeds", words: "Pays, now and at every renewal" },
  { number: "4000 0025 0000 3155", does: "confirms", words: "Asks you to confirm first, then pays" },
  { number: "4000 0000 0000 0341", does: "fails-later", words: "Pays now and fails at the next renewal" },
  { number: "4000 0000 0000 0002", does: "declines", words: "Is declined" },
] as const;

export type JudgedCard = { last4: string; card: SandboxCard; needsConfirmation: boolean };

/**
 * What a test card does.
 *
 * @param now on the customer's clock, to know a card that has expired
 */
export function judgeCard(form: SandboxCardForm, now: Date): Result<JudgedCard, SandboxFault> {
  const digits = form.number.replace(/\D/g, "");
  const known = testCards.find((card) => card.number.replaceAll(" ", "") === digits);
  if (!known) return err("not-a-test-card");
  if (!isOpenUntil(form.expiry, now)) return err("bad-expiry");
  if (!/^\d{3,4}$/.test(form.cvc.trim())) return err("bad-cvc");
  if (known.does === "declines") return err("declined");
  const card = known.does === "fails-later" ? "fails-later" : "pays";
  return ok({ last4: digits.slice(-4), card, needsConfirmation: known.does === "confirms" });
}

/** Whether "MM/YY" or "MM/YYYY" names a month that is not over. */
function isOpenUntil(expiry: string, now: Date): boolean {
  const [, month, year] = /^\s*(\d{1,2})\s*\/\s*(\d{2}|\d{4})\s*$/.exec(expiry) ?? [];
  if (!month || !year || Number(month) < 1 || Number(month) > 12) return false;
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year);
  return Date.UTC(fullYear, Number(month), 1) > now.getTime();
}
