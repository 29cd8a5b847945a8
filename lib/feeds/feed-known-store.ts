import { type Conn, db } from "@/lib/platform/db";

/** Which of these addresses are read already, or were before their feed moved, and for which title. */
export async function findKnownFeeds(urls: readonly string[], conn: Conn = db): Promise<Map<string, { slug: string; name: string }>> {
  if (urls.length === 0) return new Map();
  const rows = await conn.$queryRaw<{ url: string; slug: string; name: string }[]>`
    SELECT wanted.url, p.slug, p.name FROM unnest(${[...urls]}::text[]) AS wanted(url)
    JOIN feed f ON f.url = wanted.url OR wanted.url = ANY(f.former_urls) JOIN publisher p ON p.id = f.publisher_id`;
  return new Map(rows.map(({ url, ...owner }) => [url, owner]));
}

/** Every feed that is read with its title, by the title's name and the feed's address; at most 10,000. */
export async function listSubscriptions(conn: Conn = db): Promise<{ title: string; feedUrl: string; homeUrl: string }[]> {
  const feeds = await conn.feed.findMany({
    where: { isActive: true, publisher: { isActive: true } },
    orderBy: [{ publisher: { name: "asc" } }, { url: "asc" }],
    take: 10_000,
    select: { url: true, publisher: { select: { name: true, homeUrl: true } } },
  });
  return feeds.map(({ url, publisher }) => ({ title: publisher.name, feedUrl: url, homeUrl: publisher.homeUrl }));
}
