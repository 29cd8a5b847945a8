import type { ArticleDraft } from "./article-draft";

/** What is stored of an article's dates; `redatedAt` is the latest publication date given after the first. */
export type KnownDates = { publishedAt: Date; updatedAt: Date | null; redatedAt: Date | null };

/** Both columns as they are to be written. */
export type ArticleDates = { updatedAt: Date | null; redatedAt: Date | null };

/** An update within a minute of publication is the publisher's system saving twice. */
const updateGraceMs = 60_000;

/** So many entries re-dated at once, and this share of those known, are a feed that dates its entries anew with every fetch. */
const redatedMin = 3;
const redatedShareMax = 0.8;

/**
 * An article's dates after this draft. The publication date it came in with stays, and with it its place in every
 * list; a later one counts as an update, and the latest of them is kept. Two feeds that state different dates
 * settle on the later and so write nothing more.
 *
 * @returns null when both stay as they are
 */
export function decideDates(draft: Pick<ArticleDraft, "statedAt" | "updatedAt">, known: KnownDates): ArticleDates | null {
  const isRedated = givesAnotherDate(draft, known);
  const redatedAt = isRedated ? draft.statedAt : known.redatedAt;
  const updatedAt = latest([known.updatedAt, draft.updatedAt, redatedAt], known.publishedAt);
  return isRedated || updatedAt?.getTime() !== known.updatedAt?.getTime() ? { updatedAt, redatedAt } : null;
}

/** Whether a draft states a publication date that the article was not known to have and that is the latest so far. */
export function givesAnotherDate(draft: Pick<ArticleDraft, "statedAt">, known: KnownDates): boolean {
  const at = draft.statedAt?.getTime();
  if (at === undefined || at === known.publishedAt.getTime()) return false;
  return known.redatedAt === null || at > known.redatedAt.getTime();
}

/**
 * Whether a batch shows that its feed makes up dates, by how many of its known entries were given other ones.
 *
 * @param redated known entries with another date than before
 * @param dated known entries that state a date at all
 */
export const makesUpDates = (redated: number, dated: number): boolean => redated >= redatedMin && redated > dated * redatedShareMax;

function latest(dates: readonly (Date | null)[], publishedAt: Date): Date | null {
  const times = dates.flatMap((date) => (date !== null && date.getTime() > publishedAt.getTime() + updateGraceMs ? [date.getTime()] : []));
  return times.length === 0 ? null : new Date(Math.max(...times));
}
