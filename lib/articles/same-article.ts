import type { ArticleDraft } from "./article-draft";
import { bareText } from "./bare-text";

/** The article a key led to, as far as it may show that the key lied. */
export type KeyedArticle = {
  guidHash: string;
  urlHash: string;
  headline: string;
  standfirst: string;
  publishedAt: Date;
  redatedAt: Date | null;
};

/**
 * Share of the shorter text's words that must come again. Of 201 corrections in three days of one large paper one
 * kept less than a fifth of its words; of 20,000 pairs of its different articles one in a hundred shares a sixth.
 */
const wordsShareMin = 0.15;
const wordLettersMin = 4;
const sameMomentMs = 60_000;

/**
 * Whether the article found under a draft's key is the one the draft means.
 *
 * A guid is believed unless it may be a mere count: then address, date or headline must be the same too. An address
 * is believed unless the draft has a guid of its own that the article does not: then either the guid changed or the
 * address is a place that shows one entry after another (a ticker, a daily page), and words or date must say which.
 *
 * @param via the key that led to the article
 */
export function isSameArticle(draft: ArticleDraft, article: KeyedArticle, via: "guid" | "url"): boolean {
  if (via === "guid") {
    return (
      draft.identity.guid !== "weak" || draft.urlHash === article.urlHash || isSameMoment(draft, article) || isSameHeadline(draft, article)
    );
  }
  const isCertain = draft.identity.guid === "none" || draft.guidHash === article.guidHash;
  return isCertain || isSameMoment(draft, article) || sharesWords(draft, article);
}

const isSameHeadline = (draft: ArticleDraft, article: KeyedArticle): boolean => bareText(draft.headline) === bareText(article.headline);

function isSameMoment(draft: ArticleDraft, article: KeyedArticle): boolean {
  const at = draft.statedAt?.getTime();
  if (at === undefined) return false;
  return [article.publishedAt, article.redatedAt].some((known) => known !== null && Math.abs(known.getTime() - at) <= sameMomentMs);
}

/** Texts too short to tell count as sharing: a key is evidence too. */
function sharesWords(draft: ArticleDraft, article: KeyedArticle): boolean {
  const [now, before] = [wordsOf(draft), wordsOf(article)];
  const fewer = Math.min(now.size, before.size);
  if (fewer === 0) return true;
  return now.intersection(before).size / fewer >= wordsShareMin;
}

function wordsOf({ headline, standfirst }: { headline: string; standfirst: string }): Set<string> {
  const text = `${headline} ${standfirst}`;
  if (unspaced.test(text)) return pairsOf(bareText(text));
  const words =
    text
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= wordLettersMin));
}

/** Scripts that part no words by spaces are compared by pairs of letters. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{4}/u;

function pairsOf(bare: string): Set<string> {
  const letters = [...bare];
  return new Set(letters.slice(1).map((letter, index) => `${letters[index]}${letter}`));
}
