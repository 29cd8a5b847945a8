import { z } from "zod";
import type { Role } from "@/lib/entitlements/types";

const email = z.email("Enter an email address, such as name@example.com.").trim().toLowerCase().max(254);

/**
 * Shorter than the fifteen that ASVS advises for passwords alone: every password is also held against the list of common
 * ones and the account's own words, and strangers get ten guesses an account and day.
 */
export const passwordCharactersMin = 10;
export const passwordCharactersMax = 128;

/** A password to be set; what it may hold besides is judged by `judgePassword`. */
const NewPassword = z
  .string()
  .min(passwordCharactersMin, `Use at least ${passwordCharactersMin} characters.`)
  .max(passwordCharactersMax, `Use at most ${passwordCharactersMax} characters.`);
/** A password to be compared: only bounded, so that new rules never lock anyone out. */
const GivenPassword = z.string().min(1, "Enter your password.").max(passwordCharactersMax);
const name = z.string().trim().min(1, "Enter your name.").max(100);
const returnTo = z.string().max(2_048).optional();
const token = z.string().regex(/^[\w-]{43}$/);

/** The sign-up form. Role, trial and payment are ours to set and are not fields of it. */
export const SignUpForm = z.strictObject({ name, email, password: NewPassword, returnTo });

/** The sign-in form. */
export const SignInForm = z.strictObject({ email, password: GivenPassword, returnTo });

/** Asks for a letter with a code and a link. */
export const LetterForm = z.strictObject({ email, returnTo });

/** The code of a letter, blanks allowed as it is printed. */
export const CodeForm = z.strictObject({
  email,
  code: z
    .string()
    .transform((typed) => typed.replace(/[\s-]/g, ""))
    .pipe(z.string().regex(/^\d{8}$/, "Enter the eight digits.")),
  returnTo,
});

/** The link of a letter. */
export const LinkForm = z.strictObject({ token });

/** A new password under the link of a letter. */
export const ResetForm = z.strictObject({ token, password: NewPassword });

export const NameForm = z.strictObject({ name });
export const EmailForm = z.strictObject({ email });
export const PasswordForm = z.strictObject({ password: NewPassword });
export const SessionForm = z.strictObject({ sessionId: z.string().min(1).max(100) });
/** Whether the mails of the first week may come. */
export const MailForm = z.strictObject({ welcome: z.enum(["on", "off"]) });
export const ProviderForm = z.strictObject({ provider: z.string().regex(/^[a-z]{1,20}$/), returnTo });

/** What went wrong, for the form: words per field, or one line for the whole. */
export type AccountError =
  | { kind: "invalid"; fields: Partial<Record<"name" | "email" | "password" | "code", string>> }
  | { kind: "email-taken" }
  | { kind: "wrong-credentials" }
  /** The code is wrong, was used, or is too old. */
  | { kind: "wrong-code" }
  /** The link was used or is too old. */
  | { kind: "link-spent" }
  | { kind: "weak-password"; reason: WeakPassword }
  /** A letter is the way on; the password may be tried again later. */
  | { kind: "too-many-attempts"; retryAfterSec: number }
  /** More are signing in than can be served at once. */
  | { kind: "busy"; retryAfterSec: number }
  | { kind: "sign-in" }
  | { kind: "step-up" }
  /** The last way to sign in cannot be taken away. */
  | { kind: "last-way" }
  | { kind: "unavailable" };

/** Why a password is no good although it is long enough. */
export type WeakPassword = "common" | "about-you" | "pattern";

/** What a letter proves its reader for. */
export type ProofPurpose = "sign-in" | "reset" | "verify" | "new-address";

/** Someone who may vouch for a reader. */
export type SignInProvider = { id: string; name: string };

/** The session a request comes in. Instants are UTC. */
export type SessionFacts = {
  sessionId: string;
  userId: string;
  /** The account's real role; what counts is the viewer's. */
  role: Role;
  /** password, code, link, passkey or the name of a provider. */
  method: string;
  createdAt: Date;
  /** When a second factor was shown in it; null for none. */
  secondFactorAt: Date | null;
  /** When who they are was last proven anew; null for never. */
  steppedUpAt: Date | null;
};

/** A session as its owner sees it in the settings. */
export type SessionView = {
  sessionId: string;
  method: string;
  /** "Firefox on Linux". */
  browser: string;
  ipAddress: string | null;
  createdAt: Date;
  usedAt: Date;
  isThis: boolean;
};

/** How an account may be entered besides its letters. `providers`: their ids. */
export type WaysIn = { hasPassword: boolean; providers: string[]; passkeyCount: number };

/** All that the settings page shows of an account. */
export type SettingsView = {
  name: string;
  email: string;
  isEmailVerified: boolean;
  /** Whether the mails of the first week may come. */
  wantsWelcomes: boolean;
  ways: WaysIn;
  /** Everyone who may vouch for a reader here. */
  providers: SignInProvider[];
  sessions: SessionView[];
};
