import "server-only";
import { z } from "zod";
import { err, ok, type Result } from "@/lib/core/result";
import { dropSessionCookie } from "./cookie-gateway";
import { eraseEverything } from "./erase-store";
import { requireSameSite, requireStepUp } from "./guards";

const EraseForm = z.strictObject({ email: z.string().trim().toLowerCase().max(254) });

/** Why nothing was erased. */
export type EraseError =
  | { kind: "sign-in" }
  | { kind: "step-up" }
  | { kind: "wrong-address" }
  | { kind: "membership-not-ended" }
  | { kind: "unavailable" };

/**
 * Erases the account of whoever asks, for good: a fresh proof, and its address typed out. Signs out everywhere.
 *
 * @param endMembership ends what would still be charged; nothing is erased before that has worked
 */
export async function eraseAccount(
  input: unknown,
  endMembership: () => Promise<Result<void, { kind: string }>>,
): Promise<Result<void, EraseError>> {
  if (!(await requireSameSite())) return err({ kind: "unavailable" });
  const account = await requireStepUp();
  if (!account.ok) return account;
  const { userId, email, name } = account.value;
  if (EraseForm.safeParse(input).data?.email !== email.toLowerCase()) return err({ kind: "wrong-address" });
  const ended = await endMembership();
  if (!ended.ok) return err({ kind: "membership-not-ended" });
  await eraseEverything({ userId, email, name });
  await dropSessionCookie();
  return ok(undefined);
}
