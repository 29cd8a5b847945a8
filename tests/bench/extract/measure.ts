import type { GoldPage } from "./load-pages";
import { meanOverlap, shingleOverlap } from "./score-shingles";

/** What a reader made of a page, in the form that is scored. */
export type Extraction = {
  title: string;
  authors: string[];
  text: string;
  /** The text with the captions and credits of its pictures, in the order they are shown; the text itself where a reader does not part them. */
  shown: string;
  /** As stated or as ISO 8601; its first ten characters are the day. */
  published: string | null;
  images: { url: string; credit: string }[];
  isWalled: boolean;
};

export type Scored = { gold: GoldPage; found: Extraction };

/** Figures of one set; a figure that the set has no gold for is null. `of` says of how many pages. */
export type SetFigures = {
  /** F1 over shared 4-word runs: the mean of pages' own, and of mean precision and mean recall. */
  pageF1: number | null;
  meanF1: number | null;
  /** F1 over the words that must and must not be in the text. */
  segmentF1: number | null;
  openings: Count | null;
  titles: Count | null;
  days: Count | null;
  authors: Count | null;
};
export type Count = { right: number; of: number };

/**
 * Scores a set as its makers do.
 *
 * @param wording what is compared: the text, or what is shown, for sets whose gold holds captions among the text
 */
export function measureSet(pages: readonly Scored[], wording: "text" | "shown" = "text"): SetFigures {
  const overlaps = pages.flatMap(({ gold, found }) => (gold.text ? [shingleOverlap(gold.text, found[wording])] : []));
  return {
    pageF1: overlaps.length === 0 ? null : mean(overlaps.map(({ tp, fp, fn }) => (tp === 0 ? 0 : (2 * tp) / (2 * tp + fp + fn)))),
    meanF1: overlaps.length === 0 ? null : meanOverlap(overlaps).f1,
    segmentF1: segmentF1(pages),
    openings: count(
      pages,
      ({ gold }) => gold.opening,
      ({ gold, found }) => dense(found[wording]).includes(dense(line(gold.opening ?? "")).slice(0, openingChars)),
    ),
    titles: count(
      pages,
      ({ gold }) => gold.title,
      ({ gold, found }) => letters(found.title) === letters(gold.title ?? ""),
    ),
    days: count(
      pages,
      ({ gold }) => gold.day,
      ({ gold, found }) => (found.published ?? "").slice(0, 10) === gold.day,
    ),
    authors: count(
      pages,
      ({ gold }) => gold.authors,
      ({ gold, found }) => sorted(found.authors) === sorted(gold.authors ?? []),
    ),
  };
}

const openingChars = 60;

function count(pages: readonly Scored[], stated: (page: Scored) => unknown, isRight: (page: Scored) => boolean): Count | null {
  const measurable = pages.filter((page) => stated(page) !== null && stated(page) !== "");
  return measurable.length === 0 ? null : { right: measurable.filter(isRight).length, of: measurable.length };
}

function segmentF1(pages: readonly Scored[]): number | null {
  let [kept, lost, leaked] = [0, 0, 0];
  for (const { gold, found } of pages) {
    if (!gold.segments) continue;
    const text = `${found.text}\n${line(found.text)}`;
    const holds = (words: string) => text.includes(words) || text.includes(line(words));
    const keptHere = gold.segments.required.filter(holds).length;
    kept += keptHere;
    lost += gold.segments.required.length - keptHere;
    leaked += gold.segments.unwanted.filter(holds).length;
  }
  return kept === 0 ? null : (2 * kept) / (2 * kept + lost + leaked);
}

const line = (text: string): string => text.normalize("NFKC").replace(/\s+/g, " ").trim();
/**
 * Without spaces, for the openings' makers joined paragraphs with nothing between, and without the words that label a
 * picture's credit, for a credit of ours is kept without them.
 */
const dense = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(creditLabel, "")
    .replace(/[\s()]+/g, "");
const creditLabel = /\b(?:photo|image|picture)(?: credit| source)?\s*(?::|by\b|via\b|courtesy of\b)/gi;
const letters = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
const sorted = (names: readonly string[]): string =>
  names
    .map((name) => line(name).toLowerCase())
    .sort()
    .join("\n");
const mean = (values: number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
