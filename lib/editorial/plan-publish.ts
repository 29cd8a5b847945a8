import { hasEnded } from "./resolve-picks";
import type { BoardEntry } from "./types";

/** A published pick that runs or will run. */
export type PublishedPick = BoardEntry & { id: number };

/** What publishing a board does to the published picks; nothing that was shown is ever rewritten. */
export type PublishPlan = {
  /** Picks to publish; none starts before `now`. */
  begin: BoardEntry[];
  /** Published ones that end at an instant other than they were to. */
  end: { id: number; endsAt: Date | null }[];
  /** Published ones that never began. */
  drop: number[];
};

/**
 * How the published picks become what a board says from `now` on: what left the board ends now or never begins; what
 * runs and reads differently ends now and begins anew, so that the archive keeps what was shown; a pick of which only
 * the end changed goes on. `published` holds what has not ended.
 */
export function planPublish(entries: readonly BoardEntry[], published: readonly PublishedPick[], now: Date): PublishPlan {
  const wanted = entries.filter((entry) => !hasEnded(entry, now) && !isBackwards(entry));
  const goingOn = new Map<string, PublishedPick>();
  for (const entry of wanted) {
    const pick = published.find((each) => each.key === entry.key && isSame(entry, each, now));
    if (pick) goingOn.set(entry.key, pick);
  }
  const leaving = published.filter((pick) => goingOn.get(pick.key) !== pick);
  return {
    begin: wanted
      .filter(({ key }) => !goingOn.has(key))
      .map((entry) => ({ ...entry, startsAt: entry.startsAt > now ? entry.startsAt : now })),
    end: [
      ...wanted.flatMap(({ key, endsAt }) => endAnew(goingOn.get(key), endsAt)),
      ...leaving.filter(({ startsAt }) => startsAt <= now).map(({ id }) => ({ id, endsAt: now })),
    ],
    drop: leaving.filter(({ startsAt }) => startsAt > now).map(({ id }) => id),
  };
}

const endAnew = (pick: PublishedPick | undefined, endsAt: Date | null): { id: number; endsAt: Date | null }[] =>
  pick && !sameInstant(pick.endsAt, endsAt) ? [{ id: pick.id, endsAt }] : [];

const isBackwards = ({ startsAt, endsAt }: BoardEntry): boolean => endsAt !== null && endsAt <= startsAt;

const sameInstant = (a: Date | null, b: Date | null): boolean => a?.getTime() === b?.getTime();

/** Whether readers see the same of both from now on, but for the end: of two that have begun it does not matter when. */
function isSame(entry: BoardEntry, pick: PublishedPick, now: Date): boolean {
  const begins = (entry.startsAt <= now && pick.startsAt <= now) || sameInstant(entry.startsAt, pick.startsAt);
  return begins && looksOf(entry) === looksOf(pick);
}

const looksOf = ({ slot, articleId, edition, isPinned, note, headline, standfirst, editorName }: BoardEntry): string =>
  JSON.stringify([slot, articleId, edition, isPinned, note, headline, standfirst, editorName]);
