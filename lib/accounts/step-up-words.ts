const words: Record<string, string> = {
  "wrong-code": "This code does not fit. Each counts once and only for half a minute: use the one your app shows now.",
  "wrong-mail-code": "This code does not fit, or is older than ten minutes. Have a new one sent.",
  "wrong-password": "This is not the password of your account.",
  "too-many-attempts": "Too many tries. Wait a quarter of an hour and try again.",
  "passkey-refused": "This passkey is not known here. Use another way, or sign in and add it first.",
  "passkey-late": "The question to your device was too old. Please try again.",
  "passkeys-full": "You have as many passkeys as an account can hold. Remove one first.",
  "wrong-address": "This is not the address of your account.",
  "membership-not-ended": "We could not end your membership just now, so nothing was erased. Please try again in a minute.",
  invalid: "Please check the form.",
  unavailable: "That did not work just now. Please try again.",
};

/** What a page says for a refusal's short name in its address; null for none, and for anything else. */
export function proofWords(code: unknown): string | null {
  return typeof code === "string" && Object.hasOwn(words, code) ? (words[code] ?? null) : null;
}
