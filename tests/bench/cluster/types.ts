/** An article of a labelled set; `story` is the true one, within one language. `halfKey` decides on which half it was tuned. */
export type SetArticle = {
  id: string;
  title: string;
  text: string;
  publishedAtMs: number;
  language: string;
  publisher: string;
  story: string;
  halfKey: string;
};

/** One side of a labelled pair; 0 where no date is stated. */
export type PairSide = { title: string; text: string; publishedAtMs: number; language: string };

/** A labelled pair: `truth` is 1 for one story and 0 for two, or a likeness of any scale. */
export type LabelledPair = { a: PairSide; b: PairSide; truth: number; group: string };

/** Gives each article of a stream a label of its story, in the order of the articles. */
export type Clusterer = (articles: readonly SetArticle[]) => string[];
