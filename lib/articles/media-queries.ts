import "server-only";
import { setTimeout as delay } from "node:timers/promises";
import { heldWidth, type MediaFormat, type MediaWidth } from "@/lib/core/media-href";
import { mediaStore } from "@/lib/platform/media/media-store";
import { findRendition, type Rendition, requestWaitedFor } from "./rendition-store";

/** `none`: unknown or dead for good. `late`: perhaps another time. `unchanged`: the asker has these very bytes. */
export type PictureAnswer =
  | { kind: "held"; bytes: Uint8Array; format: MediaFormat; etag: string }
  | { kind: "unchanged"; etag: string }
  | { kind: "none" }
  | { kind: "late" };

/** How long a reader's first request may wait for the worker to fetch a picture. */
const patienceMs = 8_000;
const lookEveryMs = 250;
/** A host that just failed us is not asked again for everyone who opens the page. */
const restMs = 10 * 60_000;
/** Pictures waited for at once; beyond, requests are answered at once. */
const waitsMax = 200;

/** One wait serves all who ask for the same picture. */
const waits = new Map<string, Promise<Rendition | null>>();

/**
 * A picture in this width, or the nearest narrower one we hold. A picture nobody has asked for yet is asked of the
 * worker, and waited for a few seconds: this process never calls a publisher. Only pictures that an article
 * registered can be asked for, so nobody can make us fetch an address of their own.
 *
 * @param isKnown tells whether the asker holds the bytes of this ETag
 */
export async function readPicture(
  asked: { hash: string; width: MediaWidth; format: MediaFormat; isKnown: (etag: string) => boolean },
  now: Date,
): Promise<PictureAnswer> {
  const first = await findRendition(asked.hash);
  if (!first || first.isDead) return { kind: "none" };
  const held = await readHeld(first, asked);
  if (held) return held;
  if (first.triedAt && !first.contentHash && now.getTime() - first.triedAt.getTime() < restMs) return { kind: "late" };
  const arrived = await waitFor(first);
  return (arrived && (await readHeld(arrived, asked))) ?? { kind: arrived?.isDead ? "none" : "late" };
}

async function readHeld(picture: Rendition, asked: Parameters<typeof readPicture>[0]): Promise<PictureAnswer | null> {
  const { contentHash } = picture;
  if (!contentHash) return null;
  const width = heldWidth(picture.width ?? 0, asked.width);
  const etag = `"${contentHash}-${width}-${asked.format}"`;
  if (asked.isKnown(etag)) return { kind: "unchanged", etag };
  const bytes = await mediaStore().read({ contentHash, width, format: asked.format });
  return bytes && { kind: "held", bytes, format: asked.format, etag };
}

/** @returns the picture once it has been rendered or given up; null when that took too long */
function waitFor(picture: Rendition): Promise<Rendition | null> {
  const known = waits.get(picture.hash);
  if (known) return known;
  if (waits.size >= waitsMax) return Promise.resolve(null);
  const waiting = lookUntilThere(picture).finally(() => waits.delete(picture.hash));
  waits.set(picture.hash, waiting);
  return waiting;
}

async function lookUntilThere(picture: Rendition): Promise<Rendition | null> {
  await requestWaitedFor(picture);
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += lookEveryMs) {
    await delay(lookEveryMs);
    const now = await findRendition(picture.hash);
    if (!now) return null;
    // The worker writes the time of its try whatever came of it.
    if (now.triedAt?.getTime() !== picture.triedAt?.getTime()) return now;
  }
  return null;
}
