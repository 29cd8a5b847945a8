import { cutLeadIn } from "@/lib/articles/cut-lead-in";
import type { Access } from "@/lib/entitlements/types";
import type { Novelty } from "./types";

/** What an article adds, as kept, and what decides how much of its opening is public today. */
export type KeptNovelty = {
  publicSentences: readonly string[];
  gatedCount: number;
  leadIn: string | null;
  leadInWords: number | null;
  card: { language: string; policy: { access: Access } };
};

/**
 * What an article adds, as far as a viewer may read: behind a hard wall nothing of the opening is public, and where its
 * title shows less of the opening than we hold, only sentences of that. What is held back is counted.
 *
 * @param mayReadAll whether the viewer has the grant to its text
 */
export function showNovelty({ publicSentences, gatedCount, leadIn, leadInWords, card }: KeptNovelty, mayReadAll: boolean): Novelty {
  const shown = publicSentences.filter((sentence) => mayReadAll || isPublic(sentence));
  return { publicSentences: shown, gatedCount: gatedCount + publicSentences.length - shown.length };

  function isPublic(sentence: string): boolean {
    const { access } = card.policy;
    if (access === "open") return true;
    if (access === "paid") return false;
    if (leadInWords === null) return true;
    if (leadIn === null) return false;
    return cutLeadIn(leadIn.split("\n\n"), card.language, leadInWords).some((paragraph) => paragraph.includes(sentence));
  }
}
