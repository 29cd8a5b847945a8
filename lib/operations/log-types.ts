import { z } from "zod";

/** How the log is looked through; `before` is the number of the last line of the page before. */
export const LogSearch = z.object({
  /** The number of an account, or the name that somebody acted under. */
  actor: z.string().trim().max(100).catch(""),
  /** The beginning of what was done: "article." or "member.role". */
  act: z.string().trim().max(100).catch(""),
  /** "article:123", or its kind alone. */
  subject: z.string().trim().max(300).catch(""),
  /** A day of the calendar, UTC. */
  day: z.union([z.literal(""), z.iso.date()]).catch(""),
  before: z.coerce.number().int().positive().nullable().catch(null),
});
export type LogSearch = z.infer<typeof LogSearch>;

/** A fact that an act changed, by its path; null where it was not there. */
export type FactChange = { name: string; before: string | null; after: string | null };

/** A line of the log as a page shows it. */
export type LogLine = {
  seq: number;
  at: Date;
  actorId: string | null;
  actorName: string;
  actorRole: string;
  act: string;
  subject: { kind: string; id: string };
  reason: string;
  /** What differs between before and after. */
  changes: FactChange[];
};

/** One line whole, with what seals it. */
export type LogEntry = LogLine & { previousHash: string; hash: string };

/** What the last check of the whole log found. */
export type LogSeal =
  | { kind: "never" }
  | { kind: "checking"; since: Date }
  | { kind: "whole"; at: Date }
  | { kind: "broken"; at: Date; words: string };

/** Lines as they are listed; `next`: where the next page begins, null at the end. */
export type LogPage = { lines: LogLine[]; next: number | null; seal: LogSeal; search: LogSearch };
