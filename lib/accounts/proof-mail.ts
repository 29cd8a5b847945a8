import { product } from "@/lib/core/product";
import type { ProofPurpose } from "./types";

/** What a letter is written from. */
export type ProofLetter = {
  purpose: ProofPurpose;
  /** What to call the account's owner; null where the address has no account. */
  name: string | null;
  /** The new address already belongs to another account. */
  isTaken: boolean;
  origin: string;
  token: string;
  code: string;
};

type Mail = { subject: string; text: string };

/** The letter for a purpose; an address without an account is never told that it has one. */
export function proofMail(letter: ProofLetter): Mail {
  switch (letter.purpose) {
    case "sign-in":
      return letter.name === null ? signUpLetter(letter) : signInLetter(letter, letter.name);
    case "reset":
      return letter.name === null ? unknownLetter(letter) : resetLetter(letter, letter.name);
    case "verify":
      return verifyLetter(letter);
    case "new-address":
      return letter.isTaken ? takenLetter() : moveLetter(letter);
    default:
      return letter.purpose satisfies never;
  }
}

const nobody = "If you did not ask for this, do nothing: without this letter nobody gets in.";

function signInLetter({ code, origin, token }: ProofLetter, name: string): Mail {
  const words = [`Dear ${name},`, `Your code is ${spaced(code)}`, `Or open ${origin}/sign-in/link?token=${token}`, onceWords, nobody];
  return written(`Your code for ${product.name}: ${spaced(code)}`, words);
}

function signUpLetter({ code, origin, token }: ProofLetter): Mail {
  const words = [
    `Welcome. This address has no account at ${product.name} yet; the code or the link makes one, with ${product.trialDays} days of everything. No card, and nothing is charged when they end.`,
    `Your code is ${spaced(code)}`,
    `Or open ${origin}/sign-in/link?token=${token}`,
    onceWords,
    nobody,
  ];
  return written(`Your code for ${product.name}: ${spaced(code)}`, words);
}

function resetLetter({ origin, token }: ProofLetter, name: string): Mail {
  const words = [`Dear ${name},`, `Set a new password: ${origin}/reset/new?token=${token}`, linkOnceWords, nobody];
  return written("Set a new password", words);
}

function unknownLetter({ origin }: ProofLetter): Mail {
  const words = [
    `Someone asked for a new password for this address, which has no account at ${product.name}.`,
    `You may have signed up with another one. To start anew: ${origin}/sign-up`,
    "If it was not you, do nothing.",
  ];
  return written("No account with this address", words);
}

function verifyLetter({ name, origin, token }: ProofLetter): Mail {
  const words = [`Dear ${name ?? "reader"},`, `Confirm that this address is yours: ${origin}/verify?token=${token}`, nobody];
  return written("Confirm your address", words);
}

function moveLetter({ name, origin, token }: ProofLetter): Mail {
  const words = [
    `Dear ${name ?? "reader"},`,
    `Confirm that your account is to have this address: ${origin}/verify/new-address?token=${token}`,
    linkOnceWords,
    "If you did not ask for this, do nothing, and nothing changes.",
  ];
  return written("Confirm your new address", words);
}

function takenLetter(): Mail {
  const words = [
    "Someone with another account wanted to move it to this address, which already has an account. Nothing was changed.",
    "If it was you, sign in with this address instead.",
  ];
  return written("This address already has an account", words);
}

const onceWords = "Both count once, within 20 minutes.";
const linkOnceWords = "The link counts once, within 20 minutes.";

/** Eight digits in two groups, to be read and typed. */
const spaced = (code: string): string => `${code.slice(0, 4)} ${code.slice(4)}`;

function written(subject: string, paragraphs: string[]): Mail {
  return { subject, text: `${[...paragraphs, product.name].join("\n\n")}\n` };
}
