import { type Conn, db } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/queue";

/** What is known of a picture. `contentHash` and `width` (of the source, in pixels) are null until it has been rendered. */
export type Rendition = {
  hash: string;
  sourceUrl: string;
  contentHash: string | null;
  width: number | null;
  /** Given up for good: nobody asks for it again. */
  isDead: boolean;
  triedAt: Date | null;
};

/** A picture as rendered and kept; sizes are the source's, in pixels, the colour #rrggbb. */
export type RenderedFacts = { contentHash: string; width: number; height: number; colour: string };

/** How a failure begins that a later try may heal. */
const passing = "unreachable: ";

/** What is known of a picture, or null when no article ever named it. */
export async function findRendition(hash: string, conn: Conn = db): Promise<Rendition | null> {
  const media = await conn.media.findUnique({
    where: { hash },
    select: { hash: true, sourceUrl: true, state: true, contentHash: true, width: true, failure: true, triedAt: true },
  });
  if (!media) return null;
  const { state, failure, ...rendition } = media;
  return { ...rendition, isDead: state === "failed" && !failure?.startsWith(passing) };
}

/** Records a picture that was fetched and kept. */
export async function recordRendered(hash: string, facts: RenderedFacts, now: Date, conn: Conn = db): Promise<void> {
  await conn.media.updateMany({ where: { hash }, data: { state: "ready", failure: null, fetchedAt: now, triedAt: now, ...facts } });
}

/** Records that there is no picture and none will be tried again; pages leave it out. */
export async function recordDead(hash: string, failure: string, now: Date, conn: Conn = db): Promise<void> {
  await conn.media.updateMany({ where: { hash }, data: { state: "failed", failure, triedAt: now } });
}

/**
 * Records a try that may be repeated. A picture already rendered stays as it is.
 *
 * @param isHidden whether pages leave the picture out meanwhile
 * @returns whether that changed what pages show
 */
export async function recordPostponed(
  hash: string,
  reason: string,
  options: { isHidden: boolean; now: Date },
  conn: Conn = db,
): Promise<boolean> {
  await conn.media.updateMany({ where: { hash }, data: { triedAt: options.now } });
  if (!options.isHidden) return false;
  const data = { state: "failed" as const, failure: `${passing}${reason}` };
  const { count } = await conn.media.updateMany({ where: { hash, state: "pending" }, data });
  return count > 0;
}

/** How long, in seconds, the host of this address still wants to be left alone; 0 when it said nothing of the kind. */
export async function secondsOnHold(sourceUrl: string, now: Date, conn: Conn = db): Promise<number> {
  const hold = await conn.hostHold.findUnique({ where: { host: hostOf({ sourceUrl }) }, select: { until: true } });
  return hold ? Math.max(0, Math.ceil((hold.until.getTime() - now.getTime()) / 1_000)) : 0;
}

/** Records that the host of this address asked to be left alone, for feeds and pictures alike. A hold only ever grows. */
export async function holdHost(sourceUrl: string, hold: { forSec: number; reason: string; now: Date }, conn: Conn = db): Promise<void> {
  const until = new Date(hold.now.getTime() + hold.forSec * 1_000);
  await conn.$executeRaw`INSERT INTO host_hold (host, until, reason) VALUES (${hostOf({ sourceUrl })}, ${until}, ${hold.reason})
    ON CONFLICT (host) DO UPDATE SET until = excluded.until, reason = excluded.reason WHERE host_hold.until < excluded.until`;
}

/** Asks the worker, before all pictures fetched ahead of time, for one that a reader waits for. */
export async function requestWaitedFor(picture: Pick<Rendition, "hash" | "sourceUrl">): Promise<void> {
  await enqueue({ name: "pictures.want", data: { hash: picture.hash }, key: picture.hash, group: hostOf(picture) });
}

/** Asks for a further try of a picture later on. */
export async function requestLater(
  picture: Pick<Rendition, "hash" | "sourceUrl">,
  later: { attempt: number; delaySec: number },
): Promise<void> {
  const { attempt, delaySec } = later;
  const data = { hash: picture.hash, attempt };
  // A key of its own: the job that asks still runs under the picture's.
  await enqueue({ name: "pictures.fetch", data, key: `${picture.hash}:${attempt}`, group: hostOf(picture), delaySec });
}

const hostOf = (picture: Pick<Rendition, "sourceUrl">): string => new URL(picture.sourceUrl).host;
