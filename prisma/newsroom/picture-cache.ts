import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { PICTURE_WIDTH_MASTER, type PictureOrder } from "./paint-picture";
import { openPaintingRoom } from "./painting-room";
import { withClaim } from "./with-claim";

export type PictureCache = { paint: (order: PictureOrder) => Promise<Buffer>; close: () => Promise<void> };

/** Part of every file name: a change of the painters must not be hidden by old files. */
const PAINTERS_VERSION = 1;

/**
 * Opens a folder of painted pictures; a picture is painted when first asked for, smaller widths are
 * made from its master.
 *
 * @param folder made when missing; safe to share and to delete at any time
 */
export async function openPictureCache(folder: string): Promise<PictureCache> {
  await mkdir(folder, { recursive: true });
  const room = openPaintingRoom();
  const inWork = new Map<string, Promise<Buffer>>();
  let queue: Promise<unknown> = Promise.resolve();

  const once = (order: PictureOrder, make: (file: string) => Promise<Buffer>): Promise<Buffer> => {
    const file = path.join(folder, fileName(order));
    const running = inWork.get(file);
    if (running !== undefined) return running;
    const started = make(file).finally(() => inWork.delete(file));
    inWork.set(file, started);
    return started;
  };
  const master = ({ scene, seed }: PictureOrder) => {
    const order = { scene, seed, width: PICTURE_WIDTH_MASTER };
    return once(order, async (file) => {
      const there = await readIfThere(file);
      if (there !== null) return there;
      // Painting keeps a processor busy, so pictures are painted one after the other, here and in others that share the folder.
      const painted = queue.then(() => withClaim(file, () => readOrMake(file, () => room.paint(order))));
      queue = painted.catch(() => undefined);
      return painted;
    });
  };
  const resized = (order: PictureOrder) =>
    once(order, (file) => readOrMake(file, async () => resizePicture(await master(order), order.width)));
  const paint = (order: PictureOrder) => (order.width === PICTURE_WIDTH_MASTER ? master(order) : resized(order));
  return { paint, close: room.close };
}

async function resizePicture(master: Buffer, width: number): Promise<Buffer> {
  return sharp(master).resize({ width }).jpeg({ quality: 80, mozjpeg: true }).toBuffer();
}

async function readOrMake(file: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const there = await readIfThere(file);
  if (there !== null) return there;
  const bytes = await make();
  // Written aside and moved, so that no other process reads half a picture.
  const aside = `${file}.${process.pid}.part`;
  await writeFile(aside, bytes);
  await rename(aside, file);
  return bytes;
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

function fileName({ scene, seed, width }: PictureOrder): string {
  return `v${PAINTERS_VERSION}-${scene}-${seed}-${width}.jpg`;
}
