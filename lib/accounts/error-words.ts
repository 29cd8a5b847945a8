import { product } from "@/lib/core/product";
import { type AccountError, passwordCharactersMax, passwordCharactersMin, type WeakPassword } from "./types";

/** Short name of a refusal, safe to stand in an address. */
export function errorCode(error: AccountError): string {
  if (error.kind === "weak-password") return `password-${error.reason}`;
  if (error.kind !== "invalid") return error.kind;
  const fields = Object.entries(error.fields).flatMap(([field, words]) => (words ? [field] : []));
  return `check-${fields.join("-") || "form"}`;
}

const wholeFormWords: Record<string, string> = {
  "email-taken": "This address already has an account. Sign in instead.",
  "wrong-credentials": "Address and password do not match an account.",
  "wrong-code": "This code does not count: it is wrong, was used, or is too old. Ask for a new letter if in doubt.",
  "link-spent": "This link was used or is too old. Ask for a new letter.",
  "too-many-attempts": "Too many tries. Have a letter with a link mailed to you, or come back later.",
  busy: "Many are signing in at this moment. Please try again in a few seconds.",
  "passkey-refused": "This passkey is not known here. Sign in another way and add it in your settings.",
  "passkey-late": "The question to your device was too old. Please try again.",
  "sign-in": "Please sign in first.",
  "step-up": "Please show once more that it is you.",
  "last-way": "That is the only way into your account. Set a password or confirm your address first.",
  unavailable: "That did not work just now. Please try again.",
  // What better-auth calls the refusals of a provider's answer.
  account_not_linked: `This address has an account at ${product.name} already. Sign in to it by a letter; then you can add this way in the settings.`,
  account_already_linked_to_different_user: "That is the key of another account here.",
  access_denied: "You were not signed in: the other side was told no.",
  email_not_found: "The other side did not tell an e-mail address, so there is nothing to know you by.",
};

const fieldWords: Record<string, string> = {
  name: "Enter a name of at most 100 characters.",
  email: "Enter an email address, such as name@example.com.",
  password: `Use between ${passwordCharactersMin} and ${passwordCharactersMax} characters.`,
  code: "Enter the eight digits of the letter.",
};

const weaknessWords: Record<WeakPassword, string> = {
  common: "This is one of the passwords that are tried first. Three or four words that do not belong together are a good one.",
  "about-you": "This is little more than your name or address, which is tried first.",
  pattern: "Signs in a row are tried first. Three or four words that do not belong together are a good one.",
};

/** What a form says for a code that `errorCode` made; null for none, and for anything else. */
export function wordsForCode(code: string | undefined): { message: string; fields: Partial<Record<string, string>> } | null {
  if (!code) return null;
  const message = wholeFormWords[code];
  if (message) return { message, fields: {} };
  const weakness = Object.entries(weaknessWords).find(([reason]) => code === `password-${reason}`)?.[1];
  if (weakness) return { message: "Please choose another password.", fields: { password: weakness } };
  if (!code.startsWith("check-")) return null;
  const named = code.split("-").flatMap((field) => (fieldWords[field] ? [[field, fieldWords[field]] as const] : []));
  return { message: "Please check the form.", fields: Object.fromEntries(named) };
}
