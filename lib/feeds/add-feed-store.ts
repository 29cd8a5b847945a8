import { type Conn, db } from "@/lib/platform/db";
import type { DescribedPublisher } from "./describe-publisher";

/** The id of the feed that has this address, or had it before it moved; null where nobody knows it. */
export async function findFeedId(url: string, conn: Conn = db): Promise<number | null> {
  const moved = await conn.feed.findFirst({ where: { formerUrls: { has: url } }, select: { id: true }, orderBy: { id: "desc" } });
  const feed = moved ?? (await conn.feed.findUnique({ where: { url }, select: { id: true } }));
  return feed?.id ?? null;
}

/**
 * Adds a feed that an operator named. Its publisher, known by the host of the home page, is made when missing,
 * under the narrowest licence: headline, summary and link.
 *
 * @returns the feed's id, also when someone added it meanwhile
 */
export async function addFeed(url: string, publisher: DescribedPublisher, conn: Conn = db): Promise<number> {
  const { id: publisherId } = await conn.publisher.upsert({
    where: { slug: publisher.slug },
    create: { ...publisher, licence: "headline", wall: "open", editions: [] },
    update: {},
    select: { id: true },
  });
  const feed = await conn.feed.upsert({ where: { url }, create: { url, publisherId, section: "top" }, update: {}, select: { id: true } });
  return feed.id;
}
