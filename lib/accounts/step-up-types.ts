import { z } from "zod";

const returnTo = z.string().max(2_048).optional();

/** A code of the app, a backup code, or one that was mailed. */
export const CodeForm = z.strictObject({ code: z.string().trim().min(1, "Enter the code.").max(40), returnTo });
export const PasswordForm = z.strictObject({ password: z.string().min(1, "Enter your password.").max(128), returnTo });

/** Why a proof was not taken. */
export type ProofError =
  | { kind: "sign-in" }
  | { kind: "invalid"; fields: Record<string, string> }
  | { kind: "wrong-code" }
  | { kind: "wrong-password" }
  | { kind: "too-many-attempts" }
  | { kind: "unavailable" };
