import { guessLanguage } from "@/lib/stories/engine/guess-language";
import { type CountedTerm, readTerms } from "@/lib/stories/engine/read-terms";
import type { Facet } from "../../types";

/** What a headline is about, in unit length: each term with how strongly, 0 to 1. */
export type TitleFacets = readonly (readonly [Facet, number])[];

/** Reads headlines, and remembers how rare each term is among those read. */
export type TitleReader = {
  /** Takes headlines in; one that comes again counts once. */
  note: (titles: Iterable<string>) => void;
  facetsOf: (title: string) => TitleFacets;
};

/** Headlines whose terms are kept; the oldest make room. */
const keptMax = 200_000;
/** Steadies rarity while few headlines are known. */
const steadyTitles = 20;
/** A headline with more capitals than this among its words says nothing by them. */
const capitalsMax = 0.6;

/**
 * Opens a reader of headlines in any language. Rare terms tell most (tf-idf), names and figures more than
 * other words where capitals tell names.
 */
export function openTitleReader(): TitleReader {
  const known = new Map<string, CountedTerm[]>();
  const titlesWith = new Map<string, number>();
  let titles = 0;
  let language = "en";

  const termsOf = (title: string): CountedTerm[] => {
    const kept = known.get(title);
    if (kept) return kept;
    // Most headlines of a stream are in one language: the last that was told apart is the likeliest.
    language = guessLanguage(title, language);
    const terms = readTerms({ headline: title, standfirst: "", text: tellsNames(title) ? title : "", language });
    known.set(title, terms);
    titles += 1;
    for (const { term } of terms) titlesWith.set(term, (titlesWith.get(term) ?? 0) + 1);
    for (const oldest of known.keys()) {
      if (known.size <= keptMax) break;
      known.delete(oldest);
    }
    return terms;
  };
  return {
    note: (each) => {
      for (const title of each) termsOf(title);
    },
    facetsOf: (title) => {
      const weighed = termsOf(title).map(({ term, strength }): [Facet, number] => {
        const rarity = Math.log((titles + steadyTitles) / ((titlesWith.get(term) ?? 0) + 1.5));
        return [`term:${term}`, strength * Math.max(0.01, rarity)];
      });
      const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
      return weighed.map(([facet, weight]): [Facet, number] => [facet, weight / length]);
    },
  };
}

function tellsNames(title: string): boolean {
  const words = title.match(/\p{L}[\p{L}\p{M}]*/gu) ?? [];
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return capitals <= words.length * capitalsMax;
}
