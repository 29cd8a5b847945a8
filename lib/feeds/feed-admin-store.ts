import type { Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";

/** A feed with its title, as an act on it needs; null for none. */
export function findAdminFeed(id: number, tx: Tx) {
  return tx.feed.findUnique({
    where: { id },
    select: {
      id: true,
      url: true,
      section: true,
      identity: true,
      isActive: true,
      publisher: { select: { id: true, slug: true, name: true, isActive: true, pausedAt: true, retiredAt: true } },
    },
  });
}

/** The feed that has this address, or had it, with whose it is; null where nobody has it. */
export async function findOwnerOf(url: string, tx: Tx): Promise<{ id: number; publisher: { slug: string; name: string } } | null> {
  const select = { id: true, publisher: { select: { slug: true, name: true } } } as const;
  return (await tx.feed.findUnique({ where: { url }, select })) ?? tx.feed.findFirst({ where: { formerUrls: { has: url } }, select });
}

type NewFeed = { publisherId: number; url: string; section: string; minIntervalSec: number | null; maxIntervalSec: number | null };

/** Adds feeds to a title and has each polled at once. */
export async function createFeeds(feeds: readonly NewFeed[], now: Date, tx: Tx): Promise<number[]> {
  const data = feeds.map((feed) => ({ ...feed, nextPollAt: now }));
  const created = await tx.feed.createManyAndReturn({ data, select: { id: true } });
  for (const { id } of created) await askPoll(id, tx);
  return created.map(({ id }) => id);
}

/** Has a feed polled now, whatever its schedule. */
export async function askPoll(feedId: number, tx: Tx): Promise<void> {
  await enqueue({ name: "feeds.poll", data: { feedId }, key: String(feedId) }, tx);
}

/** Forgets what the feed's server last said it had, so that all of it is read anew. */
export async function forgetValidators(id: number, tx: Tx): Promise<void> {
  await tx.feed.update({
    where: { id },
    data: { etag: null, lastModified: null, validatorsUrl: null, bodyHash: null },
    select: { id: true },
  });
}

/** Lets a host be asked again that asked for rest. @returns the host, null when it had asked for none */
export async function clearHold(url: string, tx: Tx): Promise<string | null> {
  const { host } = new URL(url);
  const { count } = await tx.hostHold.deleteMany({ where: { host } });
  return count === 0 ? null : host;
}

/** Until when the host of this address wants to be left alone; null when it said nothing of the kind. */
export async function findHold(url: string, now: Date, tx: Tx): Promise<Date | null> {
  const hold = await tx.hostHold.findUnique({ where: { host: new URL(url).host }, select: { until: true } });
  return hold && hold.until > now ? hold.until : null;
}

/** Writes what is said of a feed by hand; its title counts as the office's own from then on. */
export async function updateFeed(
  id: number,
  data: { section?: string; identity?: "guid" | "url" | "title_date"; isActive?: boolean; goneAt?: null; nextPollAt?: Date },
  now: Date,
  tx: Tx,
): Promise<void> {
  await tx.feed.update({ where: { id }, data: { ...data, publisher: { update: { officeAt: now } } }, select: { id: true } });
}

/** Takes a feed away with its record; what it brought stays. */
export async function deleteFeed(id: number, tx: Tx): Promise<void> {
  await tx.feed.delete({ where: { id }, select: { id: true } });
}
