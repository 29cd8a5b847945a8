import { seededRandom } from "@/tests/support/seeded-random";
import { shuffle } from "./halves";
import type { SetArticle } from "./types";

/** What an agency's customers do to its text. */
export const edits = ["cut", "headline", "agency line", "rewording", "all"] as const;
type Edit = (typeof edits)[number];

/** A wire copy: `root` is the article it was made from, which it names in `of`. */
export type Copy = SetArticle & { edit: Edit; of: string };

/** Shorter texts are no wire reports. */
const wordsMin = 60;
const rewordedShare = 0.04;

/**
 * Wire copies of every second article that has 60 words, one an edit: the end cut away (50 to 80 % stay), another
 * headline, an agency line before the text, light rewording (4 % of the words replaced by others of the set and two
 * sentences swapped), and all of these together.
 */
export function makeCopies(articles: readonly SetArticle[], seed: number): Copy[] {
  const random = seededRandom(seed);
  const vocabulary = articles.flatMap(({ text }) => text.split(/\s+/));
  const long = articles.filter(({ text }) => text.split(/\s+/).length >= wordsMin);
  const chosen = shuffle(long, seed).slice(0, Math.ceil(long.length / 2));
  return chosen.flatMap((article) =>
    edits.map((edit) => {
      const does = (part: Edit): boolean => edit === part || edit === "all";
      let { text, title } = article;
      if (does("rewording")) text = reword(text, vocabulary, random);
      if (does("cut")) text = cut(text, 0.5 + random() * 0.3);
      if (does("agency line")) text = `(Agency) — ${text}`;
      if (does("headline")) title = `${pick(vocabulary, random)} ${pick(vocabulary, random)} ${openingOf(text, random)}`;
      return { ...article, id: `${article.id} ${edit}`, title, text, edit, of: article.id };
    }),
  );
}

function cut(text: string, share: number): string {
  const words = text.split(/\s+/);
  return words.slice(0, Math.ceil(words.length * share)).join(" ");
}

function reword(text: string, vocabulary: readonly string[], random: () => number): string {
  const sentences = text.split(/(?<=[.!?])\s+/);
  const at = Math.floor(random() * Math.max(0, sentences.length - 1));
  const [first = "", second = ""] = sentences.splice(at, 2);
  sentences.splice(at, 0, second, first);
  return sentences
    .join(" ")
    .split(/\s+/)
    .map((word) => (random() < rewordedShare ? pick(vocabulary, random) : word))
    .join(" ");
}

function openingOf(text: string, random: () => number): string {
  const words = text.split(/\s+/).slice(0, 40);
  return shuffle(words, Math.floor(random() * 1_000_000))
    .slice(0, 6)
    .join(" ");
}

const pick = (list: readonly string[], random: () => number): string => list[Math.floor(random() * list.length)] ?? "";
