import { product } from "@/lib/core/product";

/** What of an account was changed. */
export type Notice =
  | "password-changed"
  | "address-changed"
  | "way-added"
  | "way-removed"
  | "second-factor-on"
  | "second-factor-off"
  | "account-erased"
  | "role-changed"
  | "signed-out-by-office"
  | "exported-by-office"
  | "erased-by-office";

const happened: Record<Notice, { subject: string; words: string }> = {
  "password-changed": {
    subject: "Your password was changed",
    words: "The password of your account was changed, and every other browser was signed out.",
  },
  "address-changed": {
    subject: "Your address was changed",
    words: "Your account now has another e-mail address. Letters no longer come here.",
  },
  "way-added": { subject: "A way to sign in was added", words: "Your account can now be entered in one more way." },
  "way-removed": { subject: "A way to sign in was removed", words: "Your account can be entered in one way less." },
  "second-factor-on": {
    subject: "Signing in now takes two keys",
    words: "From now on your account asks for a code of your authenticator app.",
  },
  "second-factor-off": {
    subject: "Signing in takes one key again",
    words: "Your account no longer asks for a code of an authenticator app.",
  },
  "account-erased": {
    subject: "Your account is gone",
    words:
      "Your account and everything we held about you was erased, as you asked. What the law makes us keep, the invoices, no longer says whose they were. This is our last mail to you.",
  },
  "role-changed": {
    subject: "Your role was changed",
    words: "What your account may do here was changed by whoever runs the paper. Sign in again to see it.",
  },
  "signed-out-by-office": {
    subject: "You were signed out everywhere",
    words: "Whoever runs the paper signed your account out of every browser. Nothing else was changed: sign in again when you like.",
  },
  "exported-by-office": {
    subject: "A copy of your data was made",
    words:
      "Whoever runs the paper made the copy of your data that you can make yourself in your settings. It stands in our log, with the reason.",
  },
  "erased-by-office": {
    subject: "Your account is gone",
    words:
      "Whoever runs the paper erased your account and everything we held about you. What the law makes us keep, the invoices, no longer says whose they were. This is our last mail to you.",
  },
};

/** The mail that tells an owner what was changed, and what to do if it was not them. */
export function noticeMail(notice: Notice, { name, origin }: { name: string; origin: string }): { subject: string; text: string } {
  const { subject, words } = happened[notice];
  const paragraphs = [`Dear ${name},`, words, advice(notice, origin), product.name];
  return { subject, text: `${paragraphs.join("\n\n")}\n` };
}

/** Acts of the office are not the owner's own: whoever wonders writes. */
function advice(notice: Notice, origin: string): string {
  const write = `write to ${product.contactEmail}`;
  if (byOffice.has(notice)) return `If you did not ask for it or wonder why, ${write}.`;
  const remedy = notice === "account-erased" ? write : `set a new password at ${origin}/reset and ${write}`;
  return `If that was you, there is nothing to do. If it was not, ${remedy}.`;
}

const byOffice: ReadonlySet<Notice> = new Set(["role-changed", "signed-out-by-office", "exported-by-office", "erased-by-office"]);
