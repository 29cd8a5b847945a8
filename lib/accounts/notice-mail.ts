import { product } from "@/lib/core/product";

/** What of an account was changed. */
export type Notice =
  | "password-changed"
  | "address-changed"
  | "way-added"
  | "way-removed"
  | "second-factor-on"
  | "second-factor-off"
  | "account-erased";

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
};

/** The mail that tells an owner what was changed, and what to do if it was not them. */
export function noticeMail(notice: Notice, { name, origin }: { name: string; origin: string }): { subject: string; text: string } {
  const { subject, words } = happened[notice];
  const paragraphs = [
    `Dear ${name},`,
    words,
    `If that was you, there is nothing to do. If it was not, ${remedy(notice, origin)}.`,
    product.name,
  ];
  return { subject, text: `${paragraphs.join("\n\n")}\n` };
}

function remedy(notice: Notice, origin: string): string {
  const write = `write to ${product.contactEmail}`;
  return notice === "account-erased" ? write : `set a new password at ${origin}/reset and ${write}`;
}
