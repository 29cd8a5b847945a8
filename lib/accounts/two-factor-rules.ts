import { product } from "@/lib/core/product";
import { totpDigits, totpStepSec } from "@/lib/core/totp";

/** How many backup codes someone gets at a time. */
export const backupCodesCount = 10;

// Without letters and digits that are mistaken for one another on paper: 32 signs, five bits each.
const signs = "abcdefghjklmnpqrstuvwxyz23456789";

/**
 * A backup code of ten signs (50 bits), in two halves to be read aloud.
 *
 * @param bytes ten random bytes
 */
export function backupCodeOf(bytes: Uint8Array): string {
  const text = [...bytes.slice(0, 10)].map((byte) => signs.charAt(byte & 31)).join("");
  return `${text.slice(0, 5)}-${text.slice(5)}`;
}

/** A code as it was typed: of the app when it is six digits, else a backup code in the form it was given out. */
export function readCode(typed: string): { kind: "totp" | "backup"; code: string } {
  const bare = typed.toLowerCase().replace(/[\s-]/g, "");
  if (/^\d{6}$/.test(bare)) return { kind: "totp", code: bare };
  return { kind: "backup", code: `${bare.slice(0, 5)}-${bare.slice(5, 20)}` };
}

/**
 * The address that an authenticator app reads from the square.
 *
 * @param secret in base32
 * Source: Google Authenticator key URI format
 */
export function authenticatorUri(email: string, secret: string): string {
  const label = `${encodeURIComponent(product.name)}:${encodeURIComponent(email)}`;
  const query = new URLSearchParams({ secret, issuer: product.name, digits: String(totpDigits), period: String(totpStepSec) });
  return `otpauth://totp/${label}?${query}`;
}
