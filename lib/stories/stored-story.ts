import type { CardRow } from "@/lib/articles/card-row";
import type { MuteSubject } from "@/lib/articles/mute-subject";
import type { SectionSlug } from "@/lib/articles/sections";
import type { LinkedStory, ScoreTerms } from "./types";

/** A story's own row. */
export type StoryFacts = {
  id: number;
  slug: string;
  headlineArticleId: number;
  headlineReason: string;
  /** An editor's own headline; null leaves it to the article's. */
  deskHeadline: string | null;
  /** Until when the desk calls it live. */
  liveUntil: Date | null;
  firstArticleId: number;
  section: SectionSlug;
  language: string;
  firstAt: Date;
  lastAt: Date;
  articleCount: number;
  publisherCount: number;
  score: number;
  scoreTerms: ScoreTerms | null;
};

/** One article of a story, before anyone is asked about. */
export type VersionRow = {
  card: CardRow;
  country: string;
  copyOfId: number | null;
  revisionCount: number;
  publicSentences: string[];
  gatedCount: number;
  /** The opening, only where its title shows less of it than we hold: how much is public is decided for each viewer. */
  leadIn: string | null;
  leadInWords: number | null;
};

/** A link, and the article whose headline it shows. */
export type LinkRow = LinkedStory & { kind: "earlier" | "later" | "language"; subject: MuteSubject };

/** A story with everything its page shows. */
export type StoredStory = { facts: StoryFacts; versions: VersionRow[]; links: LinkRow[] };
