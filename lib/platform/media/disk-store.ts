import { randomBytes } from "node:crypto";
import { mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from "node:fs/promises";
import path from "node:path";
import { inWritingOrder, keystonePath, mediaPath, picturePath } from "./media-path";
import type { MediaBytes, MediaFile, MediaStore } from "./types";

/** A file's time of use is renewed once a day: exact enough to tell what nobody wants, and no write for each read. */
const useStepMs = 24 * 3_600_000;
/** After trimming, this much of the room is taken. */
const fullShare = 0.9;
/** A look at all files for each so much of the room written. */
const lookShare = 0.02;

/**
 * Pictures in a folder, one folder each. Above `bytesMax` those used longest ago are removed whole. Any number of
 * processes may share the folder.
 */
export function makeDiskStore(options: { folder: string; bytesMax: number }): MediaStore {
  const at = (relative: string) => path.join(options.folder, relative);
  let writtenBytes = Number.POSITIVE_INFINITY;

  return {
    read: (file: MediaFile) => readUsed(at(mediaPath(file)), at(keystonePath(file.contentHash))),
    has: (contentHash) => markUsed(at(keystonePath(contentHash))),
    keep: async (contentHash: string, files: readonly MediaBytes[]) => {
      await mkdir(at(picturePath(contentHash)), { recursive: true });
      for (const { bytes, ...file } of inWritingOrder(files)) {
        await writeWhole(at(mediaPath({ contentHash, ...file })), bytes);
        writtenBytes += bytes.length;
      }
    },
    remove: (contentHash) => rm(at(picturePath(contentHash)), { recursive: true, force: true }),
    trim: async () => {
      if (writtenBytes < options.bytesMax * lookShare) return 0;
      writtenBytes = 0;
      return trimFolder(options.folder, options.bytesMax);
    },
  };
}

/** Reads a file and renews its picture's time of use, which is the keystone's time of change. */
async function readUsed(file: string, keystone: string): Promise<Uint8Array | null> {
  const handle = await open(file).catch(absentIsNull);
  if (!handle) return null;
  try {
    const bytes = await handle.readFile();
    await markUsed(keystone);
    return new Uint8Array(bytes);
  } finally {
    await handle.close();
  }
}

/** @returns whether the picture is there */
async function markUsed(keystone: string): Promise<boolean> {
  const found = await stat(keystone).catch(absentIsNull);
  if (!found) return false;
  const now = new Date();
  if (now.getTime() - found.mtimeMs > useStepMs) await utimes(keystone, now, now).catch(absentIsNull);
  return true;
}

async function writeWhole(file: string, bytes: Uint8Array): Promise<void> {
  const draft = `${file}.${randomBytes(4).toString("hex")}.part`;
  await writeFile(draft, bytes);
  await rename(draft, file);
}

type HeldPicture = { folder: string; bytes: number; usedAtMs: number };

async function trimFolder(root: string, bytesMax: number): Promise<number> {
  const pictures = await listPictures(root);
  let bytes = pictures.reduce((sum, picture) => sum + picture.bytes, 0);
  if (bytes <= bytesMax) return 0;
  let removed = 0;
  for (const picture of pictures.toSorted((a, b) => a.usedAtMs - b.usedAtMs || (a.folder < b.folder ? -1 : 1))) {
    if (bytes <= bytesMax * fullShare) break;
    await rm(picture.folder, { recursive: true, force: true });
    bytes -= picture.bytes;
    removed += 1;
  }
  return removed;
}

async function listPictures(root: string): Promise<HeldPicture[]> {
  const pictures: HeldPicture[] = [];
  for (const first of await namesIn(root)) {
    for (const rest of await namesIn(path.join(root, first))) pictures.push(await measurePicture(path.join(root, first, rest)));
  }
  return pictures;
}

async function measurePicture(folder: string): Promise<HeldPicture> {
  const picture: HeldPicture = { folder, bytes: 0, usedAtMs: 0 };
  for (const name of await namesIn(folder)) {
    const found = await stat(path.join(folder, name)).catch(absentIsNull);
    if (!found) continue;
    picture.bytes += found.size;
    picture.usedAtMs = Math.max(picture.usedAtMs, found.mtimeMs);
  }
  return picture;
}

const namesIn = async (folder: string): Promise<string[]> => (await readdir(folder).catch(absentIsNull)) ?? [];

/** Another process may trim at any moment. @throws every other fault: a disk that fails must be heard of */
function absentIsNull(cause: unknown): null {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (code === "ENOENT" || code === "ENOTDIR") return null;
  throw cause;
}
