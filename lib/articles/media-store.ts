import { type Conn, db, type Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";

export type MediaFacts = {
  hash: string;
  sourceUrl: string;
  state: "pending" | "ready" | "failed";
  width: number | null;
  height: number | null;
};

/** What the worker learned of a picture, or why there is none. */
export type PictureOutcome = { kind: "ready"; width: number; height: number; colour: string } | { kind: "failed"; failure: string };

/** The newest lead pictures fetched before anyone asks. */
const eagerHours = 48;

/** What is known of a picture, or null. */
export function findMedia(hash: string, conn: Conn = db): Promise<MediaFacts | null> {
  return conn.media.findUnique({ where: { hash }, select: { hash: true, sourceUrl: true, state: true, width: true, height: true } });
}

/**
 * Asks the worker for a picture that a page wants and we do not hold. Only pictures that an article
 * registered can be asked for, so nobody can make us fetch an address of their own.
 *
 * @returns true when it is on its way; false for unknown pictures and those that failed for good
 */
export async function requestPicture(hash: string, conn: Conn = db): Promise<boolean> {
  const media = await findMedia(hash, conn);
  if (!media || media.state === "failed") return false;
  await enqueuePicture(media);
  return true;
}

/** Enqueues the lead pictures, still unfetched, of those of these articles that are at most 48 hours old. */
export async function requestLeadPictures(articleIds: readonly number[], now: Date, tx: Tx): Promise<number> {
  const since = new Date(now.getTime() - eagerHours * 3_600_000);
  const pictures = await tx.$queryRaw<{ hash: string; sourceUrl: string }[]>`
    SELECT DISTINCT m.hash, m.source_url AS "sourceUrl" FROM article a JOIN media m ON m.hash = a.lead_media_hash
    WHERE a.id = ANY(${[...articleIds]}::int[]) AND a.published_at > ${since} AND m.state = 'pending' ORDER BY m.hash`;
  for (const picture of pictures) await enqueuePicture(picture, tx);
  return pictures.length;
}

/** Records a fetched picture, or its failure. */
export async function recordPicture(hash: string, outcome: PictureOutcome, now: Date, conn: Conn = db): Promise<void> {
  const { kind, ...facts } = outcome;
  await conn.media.updateMany({ where: { hash }, data: { state: kind, fetchedAt: now, ...facts } });
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

/** Pictures of one host are fetched one after another. */
function enqueuePicture(media: { hash: string; sourceUrl: string }, tx?: Tx): Promise<boolean> {
  return enqueue({ name: "pictures.fetch", data: { hash: media.hash }, key: media.hash, group: new URL(media.sourceUrl).host }, tx);
}
