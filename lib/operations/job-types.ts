import { z } from "zod";

/** One kind of job as the office sees it. Instants are UTC. */
export type QueueLine = {
  name: string;
  /** Due and not begun. */
  waiting: number;
  /** To be begun later: put off, or tried again after a fault. */
  later: number;
  running: number;
  failed: number;
  /** Since when the longest waiting one is due; null where none waits. */
  oldestAt: Date | null;
  /** When one was last done, as far as that is kept. */
  doneAt: Date | null;
};

/** A job that failed for good. */
export type FailedJob = {
  id: string;
  queue: string;
  /** What it was about: numbers and words of ours, no address, no key. */
  about: string;
  /** What went wrong, in the machine's own words without what nobody needs to know. */
  words: string;
  tries: number;
  failedAt: Date | null;
};

/** How a job that was asked for last stands. */
export type LastRun = { state: string; createdAt: Date; endedAt: Date | null; words: string };

/** All that the page of jobs shows; `queue`: the one whose failures are listed, "" for all. */
export type JobsView = { queues: QueueLine[]; failed: FailedJob[]; queue: string };

/** One failed job, or with `all` every one of its kind. */
export const JobForm = z.strictObject({ queue: z.string().min(1).max(100), jobId: z.uuid() });
export const QueueForm = z.strictObject({ queue: z.string().min(1).max(100) });
