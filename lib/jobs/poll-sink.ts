import type { ReadPoll } from "./read-poll";

/** Where read polls gather until there are enough of them to be written together. */
export type PollSink = {
  add: (poll: ReadPoll) => void;
  /** Looks anew at whether what waits should be written. */
  look: () => void;
  /** True while so much waits that nothing more should be fetched. */
  isFull: () => boolean;
  /** Resolves once everything added has been written. */
  drained: () => Promise<void>;
};

/** Writes polls; it must not throw, since nobody could take them back. */
export type WritePolls = (polls: ReadPoll[]) => Promise<void>;

/** Entries that make one transaction: enough to spread its fixed cost, few enough to keep locks and memory short. */
const entriesPerFlush = 500;
const pollsPerFlush = 500;
/** Longest that a poll waits for company. */
const waitMs = 200;
/** So many entries waiting mean that the database is behind. */
const entriesWaitingMax = 2_000;

/**
 * Makes a sink that writes one set after another, never two at once. A set holds at most one feed of a publisher
 * with entries: the next one of that publisher must see what the first has stored.
 *
 * @param isLast whether nobody else is coming, so that what waits need not wait for company
 */
export function makePollSink(write: WritePolls, isLast: () => boolean = () => false): PollSink {
  let waiting: ReadPoll[] = [];
  let entries = 0;
  let timer: NodeJS.Timeout | undefined;
  let writing: Promise<void> | null = null;

  const flush = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (writing || waiting.length === 0) return;
    const { taken, left } = takeSet(waiting);
    waiting = left;
    entries = left.reduce((sum, poll) => sum + poll.drafts.count, 0);
    writing = write(taken).finally(() => {
      writing = null;
      schedule();
    });
  };
  const schedule = (): void => {
    if (writing || waiting.length === 0) return;
    if (isSetFull(waiting.length, entries) || isLast()) flush();
    else timer ??= setTimeout(flush, waitMs);
  };
  return {
    add: (poll) => {
      waiting.push(poll);
      entries += poll.drafts.count;
      schedule();
    },
    look: schedule,
    isFull: () => entries >= entriesWaitingMax,
    drained: async () => {
      while (writing || waiting.length > 0) {
        flush();
        await writing;
      }
    },
  };
}

const isSetFull = (polls: number, entries: number): boolean => polls >= pollsPerFlush || entries >= entriesPerFlush;

function takeSet(polls: readonly ReadPoll[]): { taken: ReadPoll[]; left: ReadPoll[] } {
  const taken: ReadPoll[] = [];
  const left: ReadPoll[] = [];
  const publishers = new Set<number>();
  let entries = 0;
  for (const poll of polls) {
    const hasEntries = poll.drafts.count > 0;
    const mustWait = isSetFull(taken.length, entries) || (hasEntries && publishers.has(poll.feed.publisherId));
    if (hasEntries) publishers.add(poll.feed.publisherId);
    if (mustWait) left.push(poll);
    else {
      taken.push(poll);
      entries += poll.drafts.count;
    }
  }
  return { taken, left };
}
