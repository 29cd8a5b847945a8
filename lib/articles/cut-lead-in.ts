import { collapseSpace } from "@/lib/core/text";
import { countsCharacters, countWords } from "./count-words";
import { splitSentences } from "./split-sentences";

/** Words everyone may read: about a paragraph and a half, what a newspaper's first fold shows. */
const leadInWords = 90;
/** The same reading time in languages that are counted by characters. */
const leadInCharacters = 200;
/** A sentence longer than this many times the budget is cut at a space: some feeds carry no full stops. */
const sentenceOverrun = 1.5;

/**
 * The opening of an article that everyone may read: whole paragraphs while they fit into about 90 words
 * (200 characters of Chinese or Japanese), the last one cut at the end of a sentence. At least one
 * sentence is kept, however long, up to half over the budget.
 *
 * @param paragraphs plain text, in reading order
 * @param wordsMax a publisher's own, shorter measure; 90 at most
 * @returns plain paragraphs; empty when there is no text
 */
export function cutLeadIn(paragraphs: readonly string[], language: string, wordsMax: number = leadInWords): string[] {
  const kept: string[] = [];
  const share = Math.min(1, wordsMax / leadInWords);
  let left = Math.round(share * (countsCharacters(language) ? leadInCharacters : leadInWords));
  for (const paragraph of paragraphs) {
    const words = countWords(paragraph, language);
    if (words > left) {
      const cut = cutAtSentence(paragraph, language, left, kept.length === 0);
      return cut === "" ? kept : [...kept, cut];
    }
    kept.push(paragraph);
    left -= words;
  }
  return kept;
}

/**
 * The first sentences of a plain text that fit into `charactersMax`, at least the first, cut at a word
 * with an ellipsis when even that is too long.
 */
export function cutStandfirst(text: string, language: string, charactersMax: number): string {
  const flat = collapseSpace(text);
  if (flat.length <= charactersMax) return flat;
  let kept = "";
  for (const sentence of splitSentences(flat, language)) {
    if ((kept + sentence).trimEnd().length > charactersMax) break;
    kept += sentence;
  }
  return kept.trim() || `${cutAtSpace(flat, charactersMax - 1)}…`;
}

function cutAtSentence(paragraph: string, language: string, budget: number, mustKeepOne: boolean): string {
  let kept = "";
  let left = budget;
  for (const sentence of splitSentences(paragraph, language)) {
    left -= countWords(sentence, language);
    if (left < 0) {
      if (kept === "" && mustKeepOne) return firstSentence(sentence.trim(), language, budget);
      break;
    }
    kept += sentence;
  }
  return kept.trim();
}

function firstSentence(sentence: string, language: string, budget: number): string {
  const words = countWords(sentence, language);
  if (words <= budget * sentenceOverrun) return sentence;
  return `${cutAtSpace(sentence, Math.floor((sentence.length * budget) / words))}…`;
}

function cutAtSpace(text: string, charactersMax: number): string {
  const head = [...text].slice(0, charactersMax).join("");
  const space = head.lastIndexOf(" ");
  return (space > charactersMax / 2 ? head.slice(0, space) : head).replace(/[\s,;:–—-]+$/u, "");
}
