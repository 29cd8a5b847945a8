import { extractTerms } from "./extract-terms";

/** What of a story's articles decides whose headline tells it best. `language` is a BCP 47 tag. */
export type HeadlineCandidate = { id: number; headline: string; language: string; isCopy: boolean; publishedAt: Date };

export type HeadlineChoice = { id: number; reason: string };

/** Shorter headlines leave out who or where, longer ones are opening sentences. */
const fittingLength = { min: 35, max: 95 };
/** More headlines than this tell nothing more about what they have in common. */
const headlinesMax = 60;
/** What holds a headline back, each as much as a third of what the headlines have in common. */
const faultCost = 0.33;

const teasers: { reason: string; pattern: RegExp }[] = [
  { reason: "question", pattern: /[?？؟]\s*["'”’»]?\s*$/u },
  { reason: "exclamation", pattern: /[!！]\s*$/u },
  // "Live:", "Watch |", "Opinion:": what kind of piece it is, before what happened.
  { reason: "label", pattern: /^[^\s:|]{2,18}(?:\s[^\s:|]{2,14})?\s?[:|：]\s/u },
  { reason: "label", pattern: /^[^:|]{0,40}\b(?:live|as it happened|watch|video|podcast|opinion|analysis|explainer)\b[^:|]{0,12}[:|]\s/iu },
  { reason: "left open", pattern: /(?:…|\.\.\.)\s*$|^(?:here['’]s|this is|these|why|how|what|when|the reason)\b/iu },
  { reason: "quotation", pattern: /^["'“‘«„]/u },
  { reason: "capitals", pattern: /^[^\p{Ll}]{12,}$/u },
];

/**
 * Whose headline stands over a story: the one that names most of what the others name, of a length that says who and
 * what, and states it instead of asking, labelling or teasing. Ties go to the earlier, then to the lesser id.
 *
 * @returns null for no candidates; `reason` in words, to be read after "chosen because"
 */
export function chooseHeadline(candidates: readonly HeadlineCandidate[]): HeadlineChoice | null {
  const [only] = candidates;
  // Most stories have one article: their terms need not be found.
  if (only && candidates.length === 1) return { id: only.id, reason: "it is the only one" };
  const weighed = candidates.slice(0, headlinesMax).map((candidate) => ({ candidate, terms: termsOf(candidate) }));
  const counts = new Map<string, number>();
  for (const { terms } of weighed) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const scored = weighed.map(({ candidate, terms }) => {
    const shared = shareOfCommon(terms, counts);
    const faults = listFaults(candidate.headline);
    return { candidate, shared, faults, score: shared - faultCost * faults.length - (candidate.isCopy ? faultCost / 2 : 0) };
  });
  scored.sort(
    (a, b) => b.score - a.score || a.candidate.publishedAt.getTime() - b.candidate.publishedAt.getTime() || a.candidate.id - b.candidate.id,
  );
  const best = scored[0];
  return best ? { id: best.candidate.id, reason: explain(best.shared, best.faults) } : null;
}

const termsOf = ({ headline, language }: HeadlineCandidate): Set<string> =>
  new Set(extractTerms({ headline, standfirst: "", leadIn: "", language }));

/** How much of what at least two headlines name this one names, 0 to 1, the commoner the more. */
function shareOfCommon(terms: ReadonlySet<string>, counts: ReadonlyMap<string, number>): number {
  let own = 0;
  let all = 0;
  for (const [term, count] of counts) {
    if (count < 2) continue;
    all += count ** 2;
    if (terms.has(term)) own += count ** 2;
  }
  return all === 0 ? 0 : own / all;
}

function listFaults(headline: string): string[] {
  const length = [...headline].length;
  // Scripts that write a word in one or two characters say as much in a third of the length.
  const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(headline) ? 3 : 1;
  const faults = teasers.filter(({ pattern }) => pattern.test(headline)).map(({ reason }) => reason);
  if (length * dense < fittingLength.min) faults.push("short");
  if (length * dense > fittingLength.max) faults.push("long");
  return faults;
}

function explain(shared: number, faults: readonly string[]): string {
  const manner = faults.length === 0 ? "says it plainly" : "holds back least";
  if (shared >= 0.6) return `it names most of what the others name and ${manner}`;
  if (shared > 0) return `it names more of what the others name and ${manner}`;
  return `it ${manner}`;
}
