import { readLetters } from "./letter-likeness";
import { listWords } from "./list-words";
import { readTerms } from "./read-terms";
import { signText, unpackSignature } from "./text-signature";
import type { EngineArticle, EngineMember, Member } from "./types";
import type { StoryWindow } from "./window";

/** As much as the signature reads of the longest words. */
const textCharactersMax = 8_000;

/** Reads an article for the window: its weighed terms, its headline's letters, its text's signature. */
export function readMember(article: EngineArticle, window: StoryWindow): { member: Member; terms: string[]; weights: number[] } {
  const { vector, terms, weights } = window.terms.weigh(readTerms(article));
  const signature = signText(listWords(article.text.slice(0, textCharactersMax), article.language));
  return { member: { ...identity(article), vector, signature, copyOfId: null }, terms, weights };
}

/** An article as it was read when it came. */
export function recallMember(known: EngineMember, window: StoryWindow): Member {
  return {
    ...identity(known),
    vector: window.terms.vectorOf(known.terms, known.weights),
    signature: known.signature && unpackSignature(known.signature),
    copyOfId: known.copyOfId,
  };
}

function identity(article: Pick<EngineArticle, "id" | "publishedAtMs" | "publisher" | "headline">) {
  const { id, publishedAtMs: atMs, publisher, headline } = article;
  return { id, atMs, publisher, letters: readLetters(headline), story: null };
}
