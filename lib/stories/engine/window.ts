import { constants } from "./constants";
import { openCopyIndex } from "./copy-index";
import { openNumberRoom } from "./number-room";
import { openPlaces } from "./places";
import { openPostings } from "./postings";
import { attach, detach } from "./story-sums";
import { openTermTable } from "./term-table";
import type { Member, StoryState } from "./types";

/** One article dated far ahead must not make the window forget the present. */
const leapMaxMs = 24 * 3_600_000;

const goneMax = 1_000;

/** So many articles that have left are passed over in lists before all lists are swept. */
const leftMin = 1_000;
/** Or so many beside those in the window. */
const leftShareMax = 0.125;

/** The articles of the last three days of a stream, with what finds them. */
export type StoryWindow = ReturnType<typeof openWindow>;

/** Opens an empty window. Its clock is the latest publication seen, and leaps at most a day an article. */
export function openWindow() {
  const terms = openTermTable();
  const room = openNumberRoom();
  const places = openPlaces();
  const postings = openPostings(places);
  const copies = openCopyIndex(places);
  const members = new Map<number, Member>();
  const queue = openQueue();
  let clockMs = Number.NEGATIVE_INFINITY;

  const enter = (member: Member, story: StoryState): void => {
    places.take(member);
    members.set(member.id, member);
    terms.enter(member);
    attach(member, story);
    postings.enter(member);
    copies.enter(member);
  };
  const sweep = (): void => {
    postings.sweep(places.left());
    copies.sweep();
    places.release();
  };
  /** Takes a member out of the window and its story. @returns the story it was in */
  const leave = (member: Member): StoryState => {
    members.delete(member.id);
    terms.leave(member);
    postings.leave(member);
    places.give(member);
    if (places.left().length >= Math.max(leftMin, members.size * leftShareMax)) sweep();
    return detach(member);
  };
  return {
    terms,
    room,
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
      queue.putBack(expired.map(({ member }) => member));
      clockMs = clockBeforeMs;
    },
    clock: () => clockMs,
    /** Moves the clock to an article that comes and takes out what is older than three days by it. */
    expire: (atMs: number): { member: Member; story: StoryState }[] => {
      clockMs = Number.isFinite(clockMs) ? Math.max(clockMs, Math.min(atMs, clockMs + leapMaxMs)) : atMs;
      const old = queue.takeWhile((member) => member.story === null || member.atMs < clockMs - constants.windowMs);
      return old.flatMap((member) => (member.story ? [{ member, story: leave(member) }] : []));
    },
  };
}

/** Oldest first, but for those that came late. */
function openQueue() {
  const waiting: Member[] = [];
  /** Those before it have gone; they are dropped by the thousand, as each drop moves all others. */
  let from = 0;
  return {
    push: (member: Member): void => {
      waiting.push(member);
    },
    /** Takes out those in front that are so. */
    takeWhile: (isSo: (member: Member) => boolean): Member[] => {
      const first = from;
      for (let member = waiting[from]; member && isSo(member); member = waiting[from]) from += 1;
      const taken = waiting.slice(first, from);
      if (from >= goneMax) from -= waiting.splice(0, from).length;
      return taken;
    },
    putBack: (members: readonly Member[]): void => {
      waiting.splice(0, from, ...members);
      from = 0;
    },
  };
}
