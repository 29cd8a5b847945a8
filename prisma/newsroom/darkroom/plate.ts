/** Linear light, red green blue; 1 is paper white, lamps go above. */
export type Colour = readonly [number, number, number];

/** An exposed plate: linear light, three floats a pixel, rows from the top. */
export type Plate = { width: number; height: number; light: Float32Array };

/** The size at which scenes are painted; the enlargement to the master hides the computer's edges. */
export const PLATE_WIDTH = 960;
export const PLATE_HEIGHT = 640;

export function makePlate(width: number = PLATE_WIDTH, height: number = PLATE_HEIGHT): Plate {
  return { width, height, light: new Float32Array(width * height * 3) };
}

/** "#rrggbb" in sRGB as linear light, times `gain`. */
export function colour(hex: string, gain = 1): Colour {
  const part = (from: number) => toLinear(Number.parseInt(hex.slice(from, from + 2), 16) / 255) * gain;
  return [part(1), part(3), part(5)];
}

export function toLinear(value: number): number {
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

export function toDisplay(value: number): number {
  return value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055;
}

export function mix(a: Colour, b: Colour, share: number): Colour {
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share, a[2] + (b[2] - a[2]) * share];
}

export function scale(a: Colour, gain: number): Colour {
  return [a[0] * gain, a[1] * gain, a[2] * gain];
}

export function clamp(value: number, low = 0, high = 1): number {
  return Math.max(low, Math.min(high, value));
}

/** 0 below `low`, 1 above `high`, smooth between; the other way round when `low` is above `high`. */
export function smoothstep(low: number, high: number, value: number): number {
  const share = clamp((value - low) / (high - low));
  return share * share * (3 - 2 * share);
}

/** Adds light to a pixel. */
export function addLight(plate: Plate, index: number, r: number, g: number, b: number): void {
  plate.light[index] = (plate.light[index] ?? 0) + r;
  plate.light[index + 1] = (plate.light[index + 1] ?? 0) + g;
  plate.light[index + 2] = (plate.light[index + 2] ?? 0) + b;
}

/** Lays a colour over a pixel. */
export function layOver(plate: Plate, index: number, r: number, g: number, b: number, share: number): void {
  const rest = 1 - share;
  plate.light[index] = (plate.light[index] ?? 0) * rest + r * share;
  plate.light[index + 1] = (plate.light[index + 1] ?? 0) * rest + g * share;
  plate.light[index + 2] = (plate.light[index + 2] ?? 0) * rest + b * share;
}
