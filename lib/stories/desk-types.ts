import { z } from "zod";
import type { DeskAct } from "@/lib/articles/desk-types";

/** How much a story's own headline may say. */
export const headlineCharsMax = 200;
/** More at once would hold the clusterer up. */
export const movedMax = 200;

const slug = z.string().min(1).max(300);
/** A story's address, or the last part of it. */
const into = z
  .string()
  .trim()
  .min(1, "Name the other story by its address")
  .max(500)
  .transform(
    (text) =>
      text
        .split(/[?#]/)[0]
        ?.split("/")
        .filter((part) => part !== "" && part !== "countries")
        .at(-1) ?? text,
  );
const articleId = z.coerce.number().int().positive();
/** One box that is checked comes as a text, several as a list. */
const articles = z.preprocess(
  (checked) => (Array.isArray(checked) ? checked : [checked].filter((each) => each !== undefined)),
  z.array(articleId).min(1, "Check the articles first").max(movedMax),
);

/** What an editor may do to a story, by the form's field `act`. */
export const StoryAct = z.discriminatedUnion("act", [
  z.object({ act: z.literal("merge"), slug, into }),
  z.object({ act: z.literal("split"), slug, article: articles }),
  z.object({ act: z.literal("move"), slug, into, article: articles }),
  z.object({ act: z.literal("free"), slug, article: articles }),
  /** "" leaves it to the rule again. */
  z.object({ act: z.literal("rename"), slug, headline: z.string().trim().max(headlineCharsMax) }),
  /** 0 leaves it to the rule again. */
  z.object({ act: z.literal("lead"), slug, lead: z.coerce.number().int().nonnegative() }),
  /** Hours from now; 0 ends it. */
  z.object({ act: z.literal("live"), slug, hours: z.coerce.number().int().min(0).max(72) }),
]);
export type StoryAct = z.infer<typeof StoryAct>;

/** One telling of a story as the desk sees it. `score`: how like the others it was when it joined, 0 to 1; null for the first. */
export type DeskTelling = {
  id: number;
  slug: string;
  headline: string;
  publisherName: string;
  country: string;
  publishedAt: string;
  wordCount: number;
  score: number | null;
  isCopy: boolean;
  isHeld: boolean;
  state: "listed" | "hidden" | "withdrawn" | "embargo";
};

/** A story as the desk sees it. Instants are ISO 8601 in UTC. */
export type DeskStory = {
  id: number;
  slug: string;
  headline: string;
  deskHeadline: string | null;
  headlineReason: string | null;
  deskLeadId: number | null;
  leadArticleId: number | null;
  liveUntil: string | null;
  language: string;
  section: string;
  articleCount: number;
  publisherCount: number;
  firstAt: string;
  lastAt: string;
  score: number;
  /** Newest first; at most 200. */
  tellings: DeskTelling[];
  /** Stories that an editor keeps apart from it. */
  apart: { slug: string; headline: string }[];
  acts: DeskAct[];
};
