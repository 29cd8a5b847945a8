import { z } from "zod";

/** Why an act of a reader was not done; its route says each by a status. */
export type ReadingRefusal = { kind: "sign-in" } | { kind: "membership" } | { kind: "not-found" } | { kind: "invalid" };

const count = (max: number) => z.coerce.number().int().min(0).max(max);

/** Nobody's page is open for longer between two words of it: what a clock that was set forward says counts as this much. */
const beatSecMax = 300;
const sentencesMax = 20_000;

/** What an article's page says of its reading: since it said so last, and where its reader is. */
export const ProgressForm = z.strictObject({
  /** The version that is before the reader. */
  revision: count(100_000),
  /** Seconds in which the page was before someone who moved. */
  active: z.coerce
    .number()
    .int()
    .min(0)
    .transform((sec) => Math.min(sec, beatSecMax)),
  /** The furthest part of the text that was on the screen, in percent. */
  depth: count(100),
  /** The sentence at the top of the screen, counted from 0. */
  sentence: count(sentencesMax),
});
export type Progress = z.infer<typeof ProgressForm>;

/** What is known of one article and reader. Instants are UTC. */
export type ReadState = {
  revisionCount: number;
  readAt: Date | null;
  openedAt: Date;
  lastAt: Date;
  activeSec: number;
  depth: number;
  sentence: number | null;
  readBy: "reading" | "marked";
  batch: string | null;
};

/** Ids of articles as a form or a beacon sends them: numbers parted by spaces. */
const idList = (max: number) =>
  z
    .string()
    .regex(/^\d{1,10}( \d{1,10})*$/)
    .transform((text) => [...new Set(text.split(" ").map(Number))])
    .refine((ids) => ids.length <= max && ids.every((id) => id >= 1 && id <= 2_147_483_647), `name at most ${max} articles`);

/** Articles that one act marks as read at most: a page's cards. */
export const markedMax = 100;
export const MarkAllForm = z.strictObject({ ids: idList(markedMax) });

export const UndoForm = z.strictObject({ batch: z.uuid() });

/** The act of marking that an address names; nothing for what is none. */
export const readBatch = (text: string | null): string | undefined => (z.uuid().safeParse(text).success ? (text ?? undefined) : undefined);

/** Cards that one page view reports at most. */
export const SeenForm = z.strictObject({ ids: idList(60) });

/** On or off: a save, or a switch of the settings. */
export const SwitchForm = z.strictObject({ on: z.enum(["0", "1"]) });

export const ForgetForm = z.strictObject({ id: z.coerce.number().int().min(1).max(2_147_483_647) });
