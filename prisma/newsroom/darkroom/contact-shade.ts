import { blurRows } from "./blur";
import { clamp, layOver, PLATE_HEIGHT, PLATE_WIDTH, type Plate } from "./plate";

/**
 * Darkens what lies behind its surroundings, so that things stand on the ground and corners are dim.
 *
 * @param depth metres, from the painter of the scene
 * Source: Luft, Colditz, Deussen, "Image enhancement by unsharp masking the depth buffer" (2006)
 */
export function contactShade(plate: Plate, depth: Float32Array, radius: number, strength: number): void {
  const wide = PLATE_WIDTH / 4;
  const tall = PLATE_HEIGHT / 4;
  const small = new Float32Array(wide * tall);
  for (let y = 0; y < tall; y++) {
    for (let x = 0; x < wide; x++) small[y * wide + x] = Math.log(Math.min(5_000, depth[y * 4 * PLATE_WIDTH + x * 4] ?? 5_000));
  }
  blurRows(small, wide, tall, 1, radius / 8);
  for (let i = 0; i < PLATE_WIDTH * PLATE_HEIGHT; i++) {
    const own = depth[i] ?? 1e6;
    if (own > 5_000) continue;
    const x = Math.min(wide - 1, (i % PLATE_WIDTH) >> 2);
    const y = Math.min(tall - 1, Math.floor(i / PLATE_WIDTH) >> 2);
    const behind = Math.log(own) - (small[y * wide + x] ?? 0);
    layOver(plate, i * 3, 0, 0, 0, strength * clamp(behind * 1.6));
  }
}
