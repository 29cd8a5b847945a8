/** What a code in an address may say was done. */
const doneWords: Record<string, (email: string) => string> = {
  cancelled: (email) => `Cancelled. We have sent a receipt to ${email}.`,
  kept: () => "Kept. Your membership goes on as before.",
  paused: () => "Paused. You read on until the end of what is paid for.",
  resumed: () => "Your membership runs again.",
  changed: () => "Your plan is changed.",
  redeemed: () => "Your present is opened. Good reading.",
};

/** What the membership page says was just done, by the code in its address; null for none, and for anything else. */
export function doneNotice(code: unknown, email: string): string | null {
  return typeof code === "string" && Object.hasOwn(doneWords, code) ? (doneWords[code]?.(email) ?? null) : null;
}

const errorWords: Record<string, string> = {
  invalid: "Please check the form: something in it could not be read.",
  "not-now": "That cannot be done as your membership stands. Below is how it stands now.",
  unavailable: "The payment service did not answer just now. Nothing was changed; please try again in a moment.",
};

/** What a page says went wrong, by the code in its address; null for none, and for anything else. */
export function errorNotice(code: unknown): string | null {
  return typeof code === "string" && Object.hasOwn(errorWords, code) ? (errorWords[code] ?? null) : null;
}
