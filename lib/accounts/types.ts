import { z } from "zod";

const email = z.email("Enter an email address, such as name@example.com.").trim().toLowerCase().max(254);

export const passwordCharactersMin = 10;

/** The sign-up form. Role, trial and payment are ours to set and are not fields of it. */
export const SignUpForm = z.strictObject({
  name: z.string().trim().min(1, "Enter your name.").max(100),
  email,
  password: z
    .string()
    .min(passwordCharactersMin, `Use at least ${passwordCharactersMin} characters.`)
    .max(128, "Use at most 128 characters."),
  returnTo: z.string().max(2_048).optional(),
});

/** The sign-in form; the password is only bounded, so that old rules never lock anyone out. */
export const SignInForm = z.strictObject({
  email,
  password: z.string().min(1, "Enter your password.").max(128, "Use at most 128 characters."),
  returnTo: z.string().max(2_048).optional(),
});

/** What went wrong, for the form: words per field, or one line for the whole. */
export type AccountError =
  | { kind: "invalid"; fields: { name?: string; email?: string; password?: string } }
  | { kind: "email-taken" }
  | { kind: "wrong-credentials" }
  | { kind: "too-many-attempts" }
  | { kind: "unavailable" };
