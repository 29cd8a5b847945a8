import { type Conn, db } from "@/lib/platform/db";
import type { JobRequest } from "@/lib/platform/queue";
import type { Sql } from "@/lib/platform/sql";

/** The newest lead pictures fetched before anyone asks. */
const eagerHours = 48;

/** The jobs that fetch the lead pictures, still unfetched, of those of these articles that are at most 48 hours old. */
export async function listLeadPictureJobs(articleIds: readonly number[], now: Date, conn: Sql): Promise<JobRequest[]> {
  const since = new Date(now.getTime() - eagerHours * 3_600_000);
  const { rows } = await conn.query<{ hash: string; sourceUrl: string }>(
    `/* keep lead pictures */ SELECT DISTINCT m.hash, m.source_url AS "sourceUrl" FROM article a JOIN media m ON m.hash = a.lead_media_hash
     WHERE a.id = ANY($1::int[]) AND a.published_at > $2 AND m.state = 'pending' ORDER BY m.hash`,
    [articleIds, since],
  );
  return rows.map(pictureJob);
}

/** Articles that show this picture: their pages change when it arrives or turns out dead. At most 50. */
export async function listArticlesOfPicture(hash: string, conn: Conn = db): Promise<number[]> {
  const rows = await conn.articlePicture.findMany({
    where: { mediaHash: hash },
    orderBy: { articleId: "desc" },
    take: 50,
    select: { articleId: true },
  });
  return rows.map((row) => row.articleId);
}

/** No host can hold all loops of the queue. */
const pictureJob = (media: { hash: string; sourceUrl: string }): JobRequest => ({
  name: "pictures.fetch",
  data: { hash: media.hash },
  key: media.hash,
  group: new URL(media.sourceUrl).host,
});
