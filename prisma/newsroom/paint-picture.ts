import { DEVELOPMENT, develop } from "@/prisma/newsroom/darkroom/develop";
import { makeNoise } from "@/prisma/newsroom/darkroom/noise";
import { makePlate } from "@/prisma/newsroom/darkroom/plate";
import { seededRandom } from "@/prisma/newsroom/darkroom/seeded-random";
import { findPainter } from "@/prisma/newsroom/painters/find-painter";
import type { Easel } from "@/prisma/newsroom/painters/painter";
import type { NewsroomPicture } from "./types";

export type PictureOrder = {
  scene: NewsroomPicture["scene"];
  /** Any text; the same scene and seed give the same picture. */
  seed: string;
  /** Pixels; the height is two thirds of it. */
  width: number;
};

/** The width, in pixels, from which smaller pictures are made. */
export const PICTURE_WIDTH_MASTER = 1600;

/**
 * Paints an invented photograph: a scene composed and lit by the seed, then exposed, developed and grained.
 *
 * @returns a JPEG, 3:2, `order.width` pixels wide
 */
export async function paintPicture(order: PictureOrder): Promise<Buffer> {
  const random = seededRandom(`${order.scene}/${order.seed}`);
  const easel: Easel = { plate: makePlate(), random, noise: makeNoise(random) };
  const how = await findPainter(order.scene)(easel);
  return develop(easel.plate, order.width, { ...DEVELOPMENT, salt: random.whole(1, 1_000_000), ...how });
}
