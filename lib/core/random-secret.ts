import { randomBytes, randomInt } from "node:crypto";

/** A secret of 256 random bits, in base64url: for tokens that somebody else holds. */
export const randomSecret = (): string => randomBytes(32).toString("base64url");

/** A code of `digits` random decimal digits, leading zeros kept. */
export const randomCode = (digits: number): string => String(randomInt(10 ** digits)).padStart(digits, "0");
