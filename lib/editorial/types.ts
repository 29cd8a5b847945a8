import { z } from "zod";
import type { ArticleCard, Direction } from "@/lib/articles/types";

/** A pick as a reader sees it: the card with the words that the desk gave it, and the editor's public note. */
export type PickCard = { card: ArticleCard; note: string; editorName: string };

/** A list as readers know it. */
export type PickListName = { slug: string; name: string; description: string };

/** A list with the picks that stand on it now, for one viewer. */
export type PickListView = PickListName & { picks: PickCard[] };

/** A pick in the archive: what readers were shown, by whom, from when until when. Instants are ISO 8601 in UTC. */
export type ArchivedPick = {
  id: number;
  startsAt: string;
  endsAt: string | null;
  edition: string;
  editorName: string;
  note: string;
  /** null: the article was taken down since, and nothing of it is shown. */
  article: { slug: string; headline: string; language: string; direction: Direction; publisherName: string; publisherSlug: string } | null;
};

/** No list has more places than these. */
export const placesMax = 24;
/** No board holds more picks that run or will run than these. */
export const entriesMax = 120;

/** An edition: "" is every one, else a language ("en") or a language and a country ("en-GB"). */
export const Edition = z.string().regex(/^([a-z]{2,3}(-[A-Z]{2})?)?$/, "is a language such as en, or a language and country such as en-GB");

const instant = z.iso.datetime().transform((text) => new Date(text));

/** A pick on a board, as `pick_board.entries` holds it: all instants UTC. */
export const BoardEntry = z.object({
  /** The same pick over all versions. */
  key: z.string().min(1).max(64),
  /** The place it wants, counted from 1. */
  /** One beyond the last place is for those that wait. */
  slot: z
    .number()
    .int()
    .min(0)
    .max(placesMax + 1),
  articleId: z.number().int().positive(),
  edition: Edition,
  /** Holds its place whatever else wants it. */
  isPinned: z.boolean(),
  startsAt: instant,
  /** null: until it is taken off. */
  endsAt: instant.nullable(),
  note: z.string(),
  /** For the card only; null shows the article's own. */
  headline: z.string().nullable(),
  standfirst: z.string().nullable(),
  editorName: z.string(),
});
export type BoardEntry = z.output<typeof BoardEntry>;
export const BoardEntries = z.array(BoardEntry);

/** A list as its desk knows it. */
export type DeskList = PickListName & {
  places: number;
  /** Editions that a pick may be meant for besides all; empty: any. */
  editions: string[];
  /** Its place among the lists of the front page, counted from 0; null: not there. */
  frontPlace: number | null;
  isActive: boolean;
  publishedVersion: number;
};

/** One version of a board. */
export type BoardVersion = { version: number; act: string; editorId: string | null; editorName: string; at: Date };
export type Board = BoardVersion & { entries: BoardEntry[] };

/** What the desk has to know of an article to tell whether readers would see it. */
export type PickedArticle = {
  id: number;
  slug: string;
  headline: string;
  standfirst: string;
  publisherName: string;
  publishedAt: Date;
  storyId: number | null;
  takenDownAt: Date | null;
  hiddenAt: Date | null;
  embargoUntil: Date | null;
  /** Its title stands in the paper. */
  isTitleActive: boolean;
};

/** What an editor says of a pick; the instants are UTC. */
export type PickWords = Pick<BoardEntry, "slot" | "edition" | "isPinned" | "startsAt" | "endsAt" | "note" | "headline" | "standfirst">;

/** One act on a board. `at` and `edition` say what the editor had before them when they moved a pick. */
export type BoardAct =
  | { kind: "add"; entry: BoardEntry }
  | { kind: "edit"; key: string; words: PickWords }
  | { kind: "place"; key: string; slot: number; edition: string }
  | { kind: "swap"; key: string; otherKey: string; edition: string }
  | { kind: "pin"; key: string; isPinned: boolean; edition: string }
  | { kind: "remove"; key: string };
