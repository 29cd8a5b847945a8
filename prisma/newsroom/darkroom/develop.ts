import sharp from "sharp";
import { type Colour, clamp, type Plate, toDisplay } from "./plate";
import { cellHash } from "./seeded-random";

export type Development = {
  /** Stops of light, 0 leaves the plate as it is. */
  exposure: number;
  /** 1 keeps colours, 0 is black and white. */
  saturation: number;
  /** 0 flat, 0.3 strong. */
  contrast: number;
  /** Standard deviation in display steps of 0 to 1. */
  grain: number;
  /** Darkening in the corners, 0 to 1. */
  vignette: number;
  shadows: Colour;
  highlights: Colour;
  salt: number;
};

/** How most plates are developed. */
export const DEVELOPMENT: Development = {
  exposure: 0,
  saturation: 0.86,
  contrast: 0.12,
  grain: 0.026,
  vignette: 0.28,
  shadows: [0.97, 1, 1.05],
  highlights: [1.02, 1, 0.96],
  salt: 1,
};

/** Develops a plate into a JPEG of the given width: exposure, film curve, tint of shadows and lights, enlargement, grain. */
export async function develop(plate: Plate, width: number, how: Development): Promise<Buffer> {
  const bytes = expose(plate, how);
  const height = Math.round((width * plate.height) / plate.width);
  const enlarged = await sharp(bytes, { raw: { width: plate.width, height: plate.height, channels: 3 } })
    .resize(width, height, { kernel: "cubic" })
    .raw()
    .toBuffer();
  addGrain(enlarged, width, height, how);
  return sharp(enlarged, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 84, chromaSubsampling: "4:2:0" })
    .toBuffer();
}

function expose(plate: Plate, how: Development): Buffer {
  const { width, height, light } = plate;
  const bytes = Buffer.allocUnsafe(width * height * 3);
  const gain = 2 ** how.exposure;
  const curve = printingCurve(how);
  for (let y = 0; y < height; y++) {
    const dy = (y / height - 0.5) * 1.35;
    for (let x = 0; x < width; x++) {
      const dx = (x / width - 0.5) * 1.6;
      const fall = gain * (1 - how.vignette * clamp((dx * dx + dy * dy) * 1.1) ** 1.4);
      const at = (y * width + x) * 3;
      const r = (light[at] ?? 0) * fall;
      const g = (light[at + 1] ?? 0) * fall;
      const b = (light[at + 2] ?? 0) * fall;
      const grey = r * 0.2126 + g * 0.7152 + b * 0.0722;
      const tone = clamp(grey * 1.6);
      bytes[at] = print(curve, grey + (r - grey) * how.saturation, how, 0, tone);
      bytes[at + 1] = print(curve, grey + (g - grey) * how.saturation, how, 1, tone);
      bytes[at + 2] = print(curve, grey + (b - grey) * how.saturation, how, 2, tone);
    }
  }
  return bytes;
}

/** Steps of the curve's table for a light of 1; the table goes by the root of light, which spreads the shadows. */
const CURVE_STEPS = 1_400;
/** Light above this prints as this. */
const LIGHT_MAX = 6;

function print(curve: Uint8Array, value: number, how: Development, channel: 0 | 1 | 2, tone: number): number {
  const tinted = value * (how.shadows[channel] * (1 - tone) + how.highlights[channel] * tone);
  return curve[Math.round(Math.sqrt(clamp(tinted, 0, LIGHT_MAX)) * CURVE_STEPS)] ?? 255;
}

function printingCurve(how: Development): Uint8Array {
  return Uint8Array.from({ length: Math.ceil(Math.sqrt(LIGHT_MAX) * CURVE_STEPS) + 1 }, (_, step) => {
    const light = (step / CURVE_STEPS) ** 2;
    // A shoulder above 0.6 holds lamps and skies; a toe lifts black as scanned film has it.
    const held = light < 0.6 ? light : 0.6 + 0.4 * (1 - Math.exp(-(light - 0.6) / 0.55));
    const shown = toDisplay(held);
    const curved = shown + how.contrast * (shown - 0.5) * 4 * shown * (1 - shown) * 1.4;
    return Math.round(clamp(0.012 + curved * 0.985) * 255);
  });
}

/** Two neighbours share each grain, so that it clumps as silver does; mid-tones show most of it. */
function addGrain(bytes: Buffer, width: number, height: number, how: Development): void {
  const strength = how.grain * 255 * 1.7;
  const above = new Float32Array(width + 1);
  for (let y = 0; y < height; y++) {
    let before = 0;
    for (let x = 0; x < width; x++) {
      const fresh = cellHash(x, y, how.salt) + cellHash(y, x, how.salt + 7) - 1;
      const grain = (fresh + before * 0.6 + (above[x] ?? 0) * 0.6) * strength;
      above[x] = fresh;
      before = fresh;
      const at = (y * width + x) * 3;
      const tone = (bytes[at + 1] ?? 0) / 255;
      const shown = grain * (0.35 + 2.2 * tone * (1 - tone));
      const tint = (cellHash(x >> 1, y >> 1, how.salt + 3) - 0.5) * strength * 0.25;
      bytes[at] = clamp((bytes[at] ?? 0) + shown + tint, 0, 255);
      bytes[at + 1] = clamp((bytes[at + 1] ?? 0) + shown, 0, 255);
      bytes[at + 2] = clamp((bytes[at + 2] ?? 0) + shown - tint, 0, 255);
    }
  }
}
