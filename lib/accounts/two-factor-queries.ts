import "server-only";
import { toBase32 } from "@/lib/core/base32";
import { requireAccount, requireStepUp } from "./guards";
import { openSecret } from "./two-factor-gateway";
import { authenticatorUri } from "./two-factor-rules";
import { findFreshCodes, findTwoFactor } from "./two-factor-store";
import type { TwoFactorView } from "./two-factor-types";

/**
 * How the account of whoever is signed in stands with its authenticator app; null for a visitor. What opens the account
 * is shown only to someone who has just proven who they are.
 */
export async function readTwoFactor(now: Date): Promise<TwoFactorView | null> {
  const viewer = await requireAccount();
  if (!viewer) return null;
  const isProven = (await requireStepUp()).ok;
  const record = await findTwoFactor(viewer.userId);
  if (!record) return { kind: "off" };
  const { confirmedAt: since, backupCodesLeft } = record;
  if (since) return { kind: "on", since, backupCodesLeft, freshCodes: isProven ? await findFreshCodes(viewer.userId, now) : null };
  if (!isProven) return { kind: "off" };
  const secret = toBase32(await openSecret(record.secret));
  return { kind: "setting-up", uri: authenticatorUri(viewer.email, secret), secret: secret.replace(/(.{4})(?=.)/g, "$1 ") };
}
