import { splitSentences } from "@/lib/articles/split-sentences";

/** An article's texts, plain: `opening` is what everyone may read, `text` all that the worker may compare. */
export type ToldText = { id: number; language: string; standfirst: string; opening: string; text: string };

/** What one article says that no other of its story says: sentences of its opening, and the places of those in its text. */
export type FoundNovelty = { articleId: number; publicSentences: string[]; gatedPlaces: number[] };

/** Shorter sentences have no matter of their own. */
const termsMin = 5;
/** A sentence that shares this much of its terms with one sentence of another text says the same. */
const likeMin = 0.5;
const sentencesMax = 80;
const publicMax = 4;
const gatedMax = 20;
/** Invitations and credits are new in every text and tell nothing. */
const notMatter = /\b(subscrib|sign up|newsletter|click|read more|copyright|all rights reserved|follow us|photograph)/i;

/**
 * What each telling of a story adds: the sentences without a near match, by terms, in any other telling. Copies of one
 * text match each other, so none of them adds anything by being a copy.
 *
 * @param told at least two articles; with fewer nothing can be said
 * @returns one for each article, in their order; at most 4 sentences and 20 places each
 */
export function findNovelty(told: readonly ToldText[]): FoundNovelty[] {
  if (told.length < 2) return told.map(({ id }) => ({ articleId: id, publicSentences: [], gatedPlaces: [] }));
  const split = told.map((article) => ({
    article,
    sentences: readSentences(article.text || `${article.standfirst}\n${article.opening}`, article.language),
  }));
  const index = indexSentences(split.map(({ article, sentences }) => ({ id: article.id, sentences })));
  return split.map(({ article, sentences }) => {
    const isNew = (sentence: Sentence) =>
      sentence.terms.size >= termsMin && !notMatter.test(sentence.text) && !hasMatch(sentence, article.id, index);
    const added = sentences.filter(isNew);
    const isOpen = ({ text }: Sentence) => article.opening.includes(text) || article.standfirst.includes(text);
    return {
      articleId: article.id,
      publicSentences: added
        .filter((sentence) => isOpen(sentence))
        .map(({ text }) => text)
        .slice(0, publicMax),
      gatedPlaces: added
        .filter((sentence) => !isOpen(sentence))
        .map(({ place }) => place)
        .slice(0, gatedMax),
    };
  });
}

type Sentence = { place: number; text: string; terms: ReadonlySet<string> };

function readSentences(text: string, language: string): Sentence[] {
  const sentences: Sentence[] = [];
  for (const paragraph of text.split("\n")) {
    for (const part of splitSentences(paragraph, language)) {
      if (sentences.length === sentencesMax) return sentences;
      const trimmed = part.trim();
      if (trimmed !== "") sentences.push({ place: sentences.length, text: trimmed, terms: termsOf(trimmed) });
    }
  }
  return sentences;
}

const word = /[\p{L}\p{M}\p{N}]+/gu;
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;
/** Endings tell grammar: what words of five letters and more begin with tells them well enough to compare sentences. */
const stemLetters = 5;
const wordMin = 4;

/** The words that carry a sentence, roughly stemmed; overlapping pairs of characters where words are not parted. */
function termsOf(sentence: string): ReadonlySet<string> {
  const terms = new Set<string>();
  for (const [found] of sentence.toLowerCase().matchAll(word)) {
    if (unspaced.test(found)) for (let place = 0; place + 1 < found.length; place += 1) terms.add(found.slice(place, place + 2));
    else if (found.length >= wordMin || /\p{N}/u.test(found)) terms.add(found.slice(0, stemLetters));
  }
  return terms;
}

type Entry = { articleId: number; terms: ReadonlySet<string> };
type SentenceIndex = Map<string, Entry[]>;

function indexSentences(texts: readonly { id: number; sentences: readonly Sentence[] }[]): SentenceIndex {
  const index: SentenceIndex = new Map();
  for (const { id, sentences } of texts) {
    for (const { terms } of sentences) {
      const entry = { articleId: id, terms };
      for (const term of terms) {
        const entries = index.get(term);
        if (entries) entries.push(entry);
        else index.set(term, [entry]);
      }
    }
  }
  return index;
}

function hasMatch({ terms }: Sentence, articleId: number, index: SentenceIndex): boolean {
  const shared = new Map<Entry, number>();
  for (const term of terms) {
    for (const entry of index.get(term) ?? []) {
      if (entry.articleId === articleId) continue;
      const count = (shared.get(entry) ?? 0) + 1;
      if (count >= likeMin * terms.size) return true;
      shared.set(entry, count);
    }
  }
  return false;
}
