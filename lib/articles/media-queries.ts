import "server-only";
import { readFile } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { findMediaFile, type MediaWidth } from "@/lib/platform/media-files";
import { requestPicture } from "./media-store";

/** How long a reader's first request may wait for the worker to fetch a picture. */
const patienceMs = 8_000;
const lookEveryMs = 250;

/**
 * The WebP bytes of a picture in this width or the nearest we hold. A picture nobody has asked for yet is asked
 * of the worker, and waited for a few seconds: this process never calls a publisher.
 *
 * @returns null for unknown and dead pictures, and for one that does not arrive in time
 */
export async function readPicture(hash: string, width: MediaWidth): Promise<Buffer | null> {
  const held = await findMediaFile(hash, width);
  if (held) return readFile(held);
  if (!(await requestPicture(hash))) return null;
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += lookEveryMs) {
    await delay(lookEveryMs);
    const arrived = await findMediaFile(hash, width);
    if (arrived) return readFile(arrived);
  }
  return null;
}
