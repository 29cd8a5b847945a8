import type { CardRow } from "./card-row";
import type { ArticleHistory, AuthorCredit, Correction, Picture } from "./types";

/** Everything an article page needs but the licensed text and the viewer's answer. */
export type ArticleFacts = {
  card: CardRow;
  authors: AuthorCredit[];
  pictures: Picture[];
  originalUrl: string;
  publisher: { homeUrl: string; country: string; licence: "partner" | "feed" | "headline" };
  indexing: "self" | "noindex_news" | "noindex" | "canonical_to_source";
  /** Plain paragraphs everyone may read. */
  leadIn: string[];
  /** The publisher's own, shorter measure for the opening; null for the house's. */
  leadInWords: number | null;
  /** Whether `article_body` holds a text for it. */
  hasBody: boolean;
  wordCount: number;
  revisionCount: number;
  history: ArticleHistory;
  categories: string[];
  correction: Correction | null;
};
