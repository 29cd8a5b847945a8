import type { Access } from "@/lib/entitlements/types";
import { countWords } from "./count-words";

/** What a publisher lets us show. */
export type Licence = "partner" | "feed" | "headline";

export type AccessFacts = {
  licence: Licence;
  /** The publisher's wall; it counts for partners only. */
  wall: Access;
  /** Length of the text we hold, in the measure of `countWords`; 0 for none. */
  bodyWords: number;
  /** Length of the opening everyone may read, in the same measure. */
  leadInWords: number;
};

export type AccessDecision = { access: Access; keepsBody: boolean };

/** A feed's text must exceed the lead-in by a third before an account is asked for it: less is not worth a sign-up. */
const worthFactor = 4 / 3;

/**
 * Who may read an article's text, and whether we keep the text at all. The wall never covers what we have
 * no licence for, and never stands before text that the lead-in already shows.
 */
export function decideAccess(facts: AccessFacts): AccessDecision {
  if (facts.licence === "headline" || facts.bodyWords === 0) return { access: "open", keepsBody: false };
  if (facts.licence === "feed") {
    const isWorthMore = facts.bodyWords > facts.leadInWords * worthFactor;
    return { access: isWorthMore ? "registered" : "open", keepsBody: true };
  }
  return { access: facts.bodyWords > facts.leadInWords ? facts.wall : "open", keepsBody: true };
}

/** What a stored article is, for the same decision. */
export type StoredFacts = { licence: Licence; wall: Access; hasBody: boolean; wordCount: number; leadIn: string; language: string };

/** {@link decideAccess} for an article we hold already, under the wall that governs it now. */
export function decideStored({ licence, wall, hasBody, wordCount, leadIn, language }: StoredFacts): AccessDecision {
  return decideAccess({ licence, wall, bodyWords: hasBody ? wordCount : 0, leadInWords: countWords(leadIn, language) });
}
