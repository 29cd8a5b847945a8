import { correctionAliases, correctionWords } from "./correction-words";
import { primaryLanguage } from "./count-words";
import { cutStandfirst } from "./cut-lead-in";
import { splitSentences } from "./split-sentences";

/** A correction stands at the head of a text or at its foot, where credits may follow it. */
const headParagraphs = 2;
const footParagraphs = 5;
/** A longer paragraph is the text itself, which a correction happens to begin. */
const noticeCharactersMax = 600;
const noteCharactersMax = 300;

/**
 * The publisher's own words about a correction, as far as they stand at the head or the foot of a text and begin as
 * corrections in its language begin. At most 300 characters, whole sentences where they fit. Of a licensed text nothing
 * else may be shown to everyone, so what is not plainly such a notice is left alone.
 *
 * @param paragraphs plain text, in reading order
 * @param language BCP 47 tag
 * @returns null where there is none
 */
export function findCorrection(paragraphs: readonly string[], language: string): string | null {
  const own = primaryLanguage(language);
  const known = patternFor(correctionAliases[own] ?? own);
  if (!known) return null;
  const foot = Math.max(headParagraphs, paragraphs.length - footParagraphs);
  const places = [...paragraphs.slice(0, headParagraphs), ...paragraphs.slice(foot)];
  for (const paragraph of places) {
    const notice = noticeIn(paragraph.trim().replace(/^[\p{P}\p{S}\s]+/u, ""), own, known);
    if (notice !== null) return cutStandfirst(notice, own, noteCharactersMax);
  }
  return null;
}

/** The whole of a paragraph that is a notice; of a longer one the one sentence that opens as a notice does. */
function noticeIn(paragraph: string, language: string, { label, opening }: Patterns): string | null {
  const begins = label.test(paragraph) || opening.test(paragraph);
  if (begins && paragraph.length <= noticeCharactersMax) return paragraph;
  if (begins) return splitSentences(paragraph, language).next().value?.trim() ?? null;
  for (const sentence of splitSentences(paragraph, language)) if (opening.test(sentence)) return sentence.trim();
  return null;
}

type Patterns = { label: RegExp; opening: RegExp };
const patterns = new Map<string, Patterns | null>();

function patternFor(language: string): Patterns | null {
  const known = patterns.get(language);
  if (known !== undefined) return known;
  const words = correctionWords[language];
  const made = words ? makePatterns(words.labels, words.openings) : null;
  patterns.set(language, made);
  return made;
}

/** A label counts before a colon, dash or stop, with no more than a date between them: "Correction, 12 November:". */
function makePatterns(labels: readonly string[], openings: readonly string[]): Patterns {
  const date = String.raw`(?:\s*\([^)]{1,60}\)|,?\s+[^:：.]{0,20}\d[^:：]{0,30})?`;
  return {
    label: new RegExp(String.raw`^(?:${labels.join("|")})${date}\s*(?:[:：]|[–—-]\s|\.\s)`, "iu"),
    opening: new RegExp(`^(?:${openings.join("|")})`, "iu"),
  };
}
