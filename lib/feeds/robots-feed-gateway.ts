import { err, type Result } from "@/lib/core/result";
import { fetchFeed } from "./feed-gateway";
import { mayFetchFeed } from "./robots-gateway";
import type { DueFeed, FetchedFeed, PollError } from "./types";

/**
 * Fetches a feed once, conditionally, unless its host's robots.txt refuses it to us by name. A feed that redirects to
 * another origin is asked for there as well, and what came is left unread where that one refuses.
 *
 * Only feeds that a member brought are asked about: a title of the catalogue or of a contract was taken in by people
 * who read its terms, and the newsroom is our own.
 *
 * @throws what the robots store throws; every failure of the publisher is a value
 * Source: security notes, section 4, items 9 and 12
 */
export async function fetchFeedIfWelcome(feed: DueFeed, now: Date): Promise<Result<FetchedFeed, PollError>> {
  if (!isStranger(feed)) return fetchFeed(feed);
  if (!(await mayFetchFeed(feed.url, now))) return refused(feed.url);
  const fetched = await fetchFeed(feed);
  if (!fetched.ok) return fetched;
  const { validatorsUrl: answeredBy } = fetched.value.validators;
  const isElsewhere = new URL(answeredBy).origin !== new URL(feed.url).origin;
  return isElsewhere && !(await mayFetchFeed(answeredBy, now)) ? refused(answeredBy) : fetched;
}

/** Nobody has agreed to anything with its publisher. */
const isStranger = ({ addedBy, publisher }: DueFeed): boolean =>
  addedBy === "member" && publisher.licence !== "partner" && !publisher.isSample;

const refused = (url: string): Result<never, PollError> => err({ kind: "robots", host: new URL(url).host });
