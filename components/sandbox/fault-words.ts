import type { SandboxFault } from "@/lib/billing/sandbox-types";

/** Which field of the card form a fault is about, and what is said there; null for a fault of the whole form. */
export function cardFault(fault: SandboxFault): { field: "number" | "expiry" | "cvc"; words: string } | null {
  switch (fault) {
    case "declined":
      return { field: "number", words: "This card was declined. Nothing was charged." };
    case "not-a-test-card":
      return { field: "number", words: "The sandbox takes only its own test cards. Never type a real one here." };
    case "bad-expiry":
      return { field: "expiry", words: "Give a month that is still to come, such as 12/34." };
    case "bad-cvc":
      return { field: "cvc", words: "Three or four digits." };
    case "gone":
    case "already-a-member":
    case "not-confirmed":
    case "refused":
      return null;
    default:
      return fault satisfies never;
  }
}

/** What a fault says at the head of a form. */
export function faultWords(fault: SandboxFault): string {
  switch (fault) {
    case "gone":
      return "This page is no longer open. Nothing was charged.";
    case "already-a-member":
      return "There is a membership on this account already. Nothing was charged.";
    case "not-confirmed":
      return "The payment was not confirmed, so nothing was charged.";
    case "refused":
      return "That cannot be done as the membership stands.";
    case "declined":
    case "not-a-test-card":
    case "bad-expiry":
    case "bad-cvc":
      return "The card was not taken.";
    default:
      return fault satisfies never;
  }
}

const faults: SandboxFault[] = [
  "gone",
  "already-a-member",
  "declined",
  "not-a-test-card",
  "bad-expiry",
  "bad-cvc",
  "not-confirmed",
  "refused",
];

/** The fault that a page's address names; null for none. */
export function readFault(value: string | string[] | undefined): SandboxFault | null {
  return faults.find((fault) => fault === value) ?? null;
}
