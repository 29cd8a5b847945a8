import { type AccountError, passwordCharactersMin } from "./types";

/** Short name of a refusal, safe to stand in an address. */
export function errorCode(error: AccountError): string {
  if (error.kind !== "invalid") return error.kind;
  const fields = Object.entries(error.fields).flatMap(([field, words]) => (words ? [field] : []));
  return `check-${fields.join("-") || "form"}`;
}

const wholeFormWords: Record<string, string> = {
  "email-taken": "This address already has an account. Sign in instead.",
  "wrong-credentials": "Address and password do not match an account.",
  "too-many-attempts": "Too many attempts from here. Wait a minute and try again.",
  unavailable: "That did not work just now. Please try again.",
};

const fieldWords: Record<string, string> = {
  name: "Enter a name of at most 100 characters.",
  email: "Enter an email address, such as name@example.com.",
  password: `Use between ${passwordCharactersMin} and 128 characters.`,
};

/** What a form says for a code that `errorCode` made; null for none, and for anything else. */
export function wordsForCode(code: string | undefined): { message: string; fields: Partial<Record<string, string>> } | null {
  if (!code) return null;
  const message = wholeFormWords[code];
  if (message) return { message, fields: {} };
  if (!code.startsWith("check-")) return null;
  const named = code.split("-").flatMap((field) => (fieldWords[field] ? [[field, fieldWords[field]] as const] : []));
  return { message: "Please check the form.", fields: Object.fromEntries(named) };
}
