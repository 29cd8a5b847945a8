import { constants } from "./constants";
import { openCopyIndex } from "./copy-index";
import { openPostings } from "./postings";
import { attach, detach } from "./story-sums";
import { openTermTable } from "./term-table";
import type { Member, StoryState } from "./types";

/** One article dated far ahead must not make the window forget the present. */
const leapMaxMs = 24 * 3_600_000;

/** The articles of the last three days of a stream, with what finds them. */
export type StoryWindow = ReturnType<typeof openWindow>;

/** Opens an empty window. Its clock is the latest publication seen, and leaps at most a day an article. */
export function openWindow() {
  const terms = openTermTable();
  const postings = openPostings();
  const copies = openCopyIndex();
  const members = new Map<number, Member>();
  /** Oldest first, but for those that came late. */
  let queue: Member[] = [];
  let clockMs = Number.NEGATIVE_INFINITY;

  const enter = (member: Member, story: StoryState): void => {
    members.set(member.id, member);
    terms.enter(member.vector);
    attach(member, story);
    postings.enter(member);
    copies.enter(member);
  };
  /** Takes a member out of the window and its story. @returns the story it was in */
  const leave = (member: Member): StoryState => {
    members.delete(member.id);
    terms.leave(member.vector);
    postings.leave(member);
    copies.leave(member);
    return detach(member);
  };
  return {
    terms,
    members,
    collect: postings.collect,
    collectCopies: copies.collect,
    leave,
    enter: (member: Member, story: StoryState) => {
      enter(member, story);
      queue.push(member);
    },
    /** Puts back what `expire` took out. */
    restore: (expired: readonly { member: Member; story: StoryState }[], clockBeforeMs: number) => {
      for (const { member, story } of expired) enter(member, story);
      queue = [...expired.map(({ member }) => member), ...queue];
      clockMs = clockBeforeMs;
    },
    clock: () => clockMs,
    /** Moves the clock to an article that comes and takes out what is older than three days by it. */
    expire: (atMs: number): { member: Member; story: StoryState }[] => {
      clockMs = Number.isFinite(clockMs) ? Math.max(clockMs, Math.min(atMs, clockMs + leapMaxMs)) : atMs;
      const kept = queue.findIndex((member) => member.story !== null && member.atMs >= clockMs - constants.windowMs);
      const old = kept === -1 ? queue : queue.slice(0, kept);
      if (old.length > 0) queue = kept === -1 ? [] : queue.slice(kept);
      return old.flatMap((member) => (member.story ? [{ member, story: leave(member) }] : []));
    },
  };
}
