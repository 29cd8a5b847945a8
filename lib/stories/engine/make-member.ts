import { layOut } from "./article-numbers";
import { hashWord } from "./hash-word";
import { readLetters } from "./letter-likeness";
import { listWords } from "./list-words";
import { readTerms } from "./read-terms";
import { signText, type TextSignature, unpackSignature } from "./text-signature";
import type { EngineArticle, EngineMember, Member } from "./types";
import type { Vector } from "./vector";
import type { StoryWindow } from "./window";

/** As much as the signature reads of the longest words. */
const textCharactersMax = 8_000;

/** Reads an article for the window: its weighed terms, its headline's letters, its text's signature. */
export function readMember(article: EngineArticle, window: StoryWindow): { member: Member; terms: string[]; weights: number[] } {
  const { vector, terms, weights } = window.terms.weigh(readTerms(article));
  const signature = signText(listWords(article.text.slice(0, textCharactersMax), article.language));
  return { member: keep(article, vector, signature, window), terms, weights };
}

/** An article as it was read when it came. */
export function recallMember(known: EngineMember, window: StoryWindow): Member {
  const vector = window.terms.vectorOf(known.terms, known.weights);
  const signature = known.signature && unpackSignature(known.signature);
  return { ...keep(known, vector, signature, window), copyOfId: known.copyOfId };
}

/** The article with its numbers where the window has room for them. */
function keep(
  { id, publishedAtMs: atMs, headline, publisher }: Pick<EngineArticle, "id" | "publishedAtMs" | "headline" | "publisher">,
  vector: Vector,
  signature: TextSignature | null,
  { room }: StoryWindow,
): Member {
  return {
    id,
    atMs,
    // Signed, so that it is kept in the object and not beside it.
    publisher: publisher === "" ? 0 : hashWord(publisher) | 0,
    place: -1,
    ...layOut(vector, readLetters(headline), signature, room),
    copyOfId: null,
    story: null,
  };
}
