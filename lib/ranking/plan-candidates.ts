import { type SectionSlug, sections } from "@/lib/articles/sections";
import { product } from "@/lib/core/product";
import type { Facet, Weights } from "./types";

/** What to look under, and for whom. `editions` are lists of top stories such as "en" and "en-GB"; `languages` primary subtags. */
export type CandidateRequest = {
  userId: string;
  publishers: number[];
  sections: SectionSlug[];
  topics: number[];
  authors: number[];
  stories: number[];
  languages: string[];
  editions: string[];
  seed: number;
};

/** What the request for candidates is planned from. `follows` newest first; `languages` the reader's own, the dearest first. */
export type CandidatePlan = {
  weights: Weights;
  follows: readonly { kind: string; target: string }[];
  languages: readonly string[];
  country: string;
};

/** So many follows are looked under, those of the strongest liking first, then the newest. */
const followsTaken = 60;
/** So many likings that are not followed are looked under too … */
const likingsTaken = 20;
/** … from this weight on. */
const likingMin = 0.05;
const languagesTaken = 3;

type Wanted = Pick<CandidateRequest, "publishers" | "sections" | "topics" | "authors" | "stories" | "languages" | "editions">;

/** Under what candidates are looked for. What is disliked is not looked under, even if it is followed; it may still come as a top story. */
export function planCandidates({ weights, follows, languages, country }: CandidatePlan): Wanted {
  const followed = follows
    .map(({ kind, target }) => ({ kind, target, weight: weightOf(weights, `${kind}:${target}`) }))
    .filter(({ weight }) => weight > -1)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, followsTaken);
  const known = new Set(followed.map(({ kind, target }) => `${kind}:${target}`));
  const liked = [...weights]
    .filter(([facet, weight]) => weight >= likingMin && !known.has(facet))
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, likingsTaken)
    .map(([facet]) => splitFacet(facet));
  const wanted = [...followed, ...liked];
  const read = languages.length === 0 ? [product.editionLanguage] : languages.slice(0, languagesTaken);
  return {
    publishers: idsOf(wanted, "publisher"),
    topics: idsOf(wanted, "topic"),
    authors: idsOf(wanted, "author"),
    stories: idsOf(wanted, "story"),
    sections: wanted.flatMap(({ kind, target }) => (kind === "section" ? (sectionOf(target) ?? []) : [])),
    languages: [...read],
    editions: read.flatMap((language) => [language, ...(country === "" ? [] : [`${language}-${country}`])]),
  };
}

// The map is keyed by facets; a followed story is none and has no weight.
const weightOf = (weights: ReadonlyMap<string, number>, facet: string): number => weights.get(facet) ?? 0;

const idsOf = (wanted: readonly { kind: string; target: string }[], kind: string): number[] =>
  wanted.filter((each) => each.kind === kind && /^\d{1,10}$/.test(each.target)).map(({ target }) => Number(target));

const sectionOf = (slug: string): SectionSlug | null => sections.find((section) => section.slug === slug)?.slug ?? null;

/** A facet's kind and target. */
export function splitFacet(facet: Facet): { kind: string; target: string } {
  const at = facet.indexOf(":");
  return { kind: facet.slice(0, at), target: facet.slice(at + 1) };
}
