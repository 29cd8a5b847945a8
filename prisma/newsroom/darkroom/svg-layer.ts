import sharp from "sharp";
import type { Noise } from "./noise";
import { type Colour, layOver, PLATE_HEIGHT, PLATE_WIDTH, type Plate, toLinear } from "./plate";

export type LayerLook = {
  /** Pixels of blur, for what is out of focus. */
  blur?: number;
  /** Air between: colour and share of it. */
  haze?: { colour: Colour; share: number };
  /** Strength of light, 1 as drawn. */
  gain?: number;
  /** Unevenness of the surface, 0 to 1. */
  texture?: { noise: Noise; amount: number; size: number };
};

const LINEAR = Float32Array.from({ length: 256 }, (_, value) => toLinear(value / 255));

/** Lays drawn shapes over the plate, in the light of the scene. `shapes` is SVG in pixels of the plate. */
export async function laySvg(plate: Plate, shapes: string, look: LayerLook = {}): Promise<void> {
  const raster = await rasterise(shapes, look.blur ?? 0);
  const { haze, gain = 1, texture } = look;
  const air = haze?.share ?? 0;
  for (let i = 0; i < PLATE_WIDTH * PLATE_HEIGHT; i++) {
    const alpha = raster[i * 4 + 3] ?? 0;
    if (alpha === 0) continue;
    const rough =
      texture === undefined
        ? 1
        : 1 + texture.amount * texture.noise.fbm((i % PLATE_WIDTH) / texture.size, Math.floor(i / PLATE_WIDTH) / texture.size, 4);
    const lit = gain * Math.max(0, rough) * (1 - air);
    const r = (LINEAR[raster[i * 4] ?? 0] ?? 0) * lit + (haze?.colour[0] ?? 0) * air;
    const g = (LINEAR[raster[i * 4 + 1] ?? 0] ?? 0) * lit + (haze?.colour[1] ?? 0) * air;
    const b = (LINEAR[raster[i * 4 + 2] ?? 0] ?? 0) * lit + (haze?.colour[2] ?? 0) * air;
    layOver(plate, i * 3, r, g, b, alpha / 255);
  }
}

/** How much of each pixel some drawn shapes cover, 0 to 1. */
export async function maskSvg(shapes: string, blur = 0): Promise<Float32Array> {
  const raster = await rasterise(shapes, blur);
  return Float32Array.from({ length: PLATE_WIDTH * PLATE_HEIGHT }, (_, i) => (raster[i * 4 + 3] ?? 0) / 255);
}

async function rasterise(shapes: string, blur: number): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${PLATE_WIDTH}" height="${PLATE_HEIGHT}">${shapes}</svg>`;
  const drawn = sharp(Buffer.from(svg)).ensureAlpha();
  return (blur > 0.3 ? drawn.blur(blur) : drawn).raw().toBuffer();
}
