import { hashWord } from "./hash-word";
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
  return { member: keep(article, { vector, signature, copyOfId: null }, window), terms, weights };
}

/** An article as it was read when it came. */
export function recallMember(known: EngineMember, window: StoryWindow): Member {
  const vector = window.terms.vectorOf(known.terms, known.weights);
  const signature = known.signature && unpackSignature(known.signature);
  return keep(known, { vector, signature, copyOfId: known.copyOfId }, window);
}

/** The article with its numbers where the window has room for them. */
function keep(
  { id, publishedAtMs: atMs, headline, publisher }: Pick<EngineArticle, "id" | "publishedAtMs" | "headline" | "publisher">,
  { vector, signature, copyOfId }: Pick<Member, "vector" | "signature" | "copyOfId">,
  { room }: StoryWindow,
): Member {
  return {
    id,
    atMs,
    // Signed, so that it is kept in the object and not beside it.
    publisher: publisher === "" ? 0 : hashWord(publisher) | 0,
    place: -1,
    vector: room.words(vector),
    letters: room.shorts(readLetters(headline)),
    signature: signature && { runs: signature.runs, values: room.shorts(signature.values) },
    copyOfId,
    story: null,
  };
}
