import sharp from "sharp";
import { type Colour, layOver, PLATE_HEIGHT, PLATE_WIDTH, type Plate, scale, toLinear } from "./plate";

export type LayerLook = {
  /** Pixels of blur, for what is out of focus. */
  blur?: number;
  /** Air between: colour and share of it. */
  haze?: { colour: Colour; share: number };
  /** Strength of light, 1 as drawn. */
  gain?: number;
};

const LINEAR = Float32Array.from({ length: 256 }, (_, value) => toLinear(value / 255));

/** Lays drawn shapes over the plate, in the light of the scene. `shapes` is SVG in pixels of the plate. */
export async function laySvg(plate: Plate, shapes: string, look: LayerLook = {}): Promise<void> {
  const { blur = 0, gain = 1, haze = { colour: [0, 0, 0], share: 0 } } = look;
  const raster = await rasterise(shapes, blur);
  const lit = gain * (1 - haze.share);
  const [airR, airG, airB] = scale(haze.colour, haze.share);
  for (let i = 0; i < PLATE_WIDTH * PLATE_HEIGHT; i++) {
    const alpha = raster[i * 4 + 3] ?? 0;
    if (alpha === 0) continue;
    const r = linear(raster, i * 4) * lit + airR;
    const g = linear(raster, i * 4 + 1) * lit + airG;
    const b = linear(raster, i * 4 + 2) * lit + airB;
    layOver(plate, i * 3, r, g, b, alpha / 255);
  }
}

function linear(raster: Buffer, index: number): number {
  return LINEAR[raster[index] ?? 0] ?? 0;
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
