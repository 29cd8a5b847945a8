import { err } from "@/lib/core/result";

/**
 * Why an act of the staff was not done. `not-staff`: for whoever asks there is no such act; `step-up`: they have to prove
 * anew who they are. The others say in words what is wrong and what to do.
 */
export type StaffRefusal =
  | { kind: "not-staff" }
  | { kind: "not-found" }
  | { kind: "step-up" }
  | { kind: "invalid" | "stale" | "conflict" | "failed"; words: string };

/** A refusal in words. */
export const refuse = (kind: "invalid" | "stale" | "conflict" | "failed", words: string) => err<StaffRefusal>({ kind, words });

/** What the act was meant for is not there. */
export const notFound = err<StaffRefusal>({ kind: "not-found" });
