import { randomBytes } from "node:crypto";
import { access, mkdir, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { mediaWidths } from "@/lib/core/media-href";
import { env } from "./env";

export type MediaWidth = (typeof mediaWidths)[number];

/**
 * Where one width of a picture lies: `${DATA_DIR}/media/ab/cd…/{width}.webp`.
 *
 * @param hash 32 hex digits, checked by the caller's schema; anything else throws
 */
function mediaFile(hash: string, width: MediaWidth): string {
  if (!/^[0-9a-f]{32}$/.test(hash)) throw new Error("A picture's key is 32 hex digits.");
  return path.join(path.resolve(env().DATA_DIR), "media", hash.slice(0, 2), hash.slice(2), `${width}.webp`);
}

/** Writes one width whole or not at all: readers never see half a file. */
export async function writeMediaFile(hash: string, width: MediaWidth, bytes: Uint8Array): Promise<void> {
  const file = mediaFile(hash, width);
  const draft = `${file}.${randomBytes(4).toString("hex")}.part`;
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(draft, bytes);
  await rename(draft, file);
}

/** The file of this width, or of the nearest narrower, then wider one we hold; null when we hold none. */
export async function findMediaFile(hash: string, width: MediaWidth): Promise<string | null> {
  const narrower = mediaWidths.filter((each) => each <= width).reverse();
  const wider = mediaWidths.filter((each) => each > width);
  for (const each of [...narrower, ...wider]) {
    const file = mediaFile(hash, each);
    if (await exists(file)) return file;
  }
  return null;
}

async function exists(file: string): Promise<boolean> {
  try {
    await access(file);
    return true;
  } catch {
    return false;
  }
}
