import { longInstant } from "@/components/time/format-instant";
import type { Correction } from "@/lib/articles/types";

/** What was wrong with the article as we showed it, by our own editors. */
export function CorrectionNote({ correction }: { correction: Correction }) {
  return (
    <p className="article-correction">
      <b>Correction</b> by our editors, <time dateTime={correction.at}>{longInstant(correction.at)}</time>: {correction.words}
    </p>
  );
}
