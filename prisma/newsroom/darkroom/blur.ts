import type { Plate } from "./plate";

/** A plate at a fraction of its size, each pixel the mean of a square of `factor` pixels. */
export function shrink(plate: Plate, factor: number): Plate {
  const width = Math.floor(plate.width / factor);
  const height = Math.floor(plate.height / factor);
  const light = new Float32Array(width * height * 3);
  const share = 1 / (factor * factor);
  for (let y = 0; y < height * factor; y++) {
    const row = Math.floor(y / factor) * width;
    for (let x = 0; x < width * factor; x++) {
      const to = (row + Math.floor(x / factor)) * 3;
      const from = (y * plate.width + x) * 3;
      light[to] = (light[to] ?? 0) + (plate.light[from] ?? 0) * share;
      light[to + 1] = (light[to + 1] ?? 0) + (plate.light[from + 1] ?? 0) * share;
      light[to + 2] = (light[to + 2] ?? 0) + (plate.light[from + 2] ?? 0) * share;
    }
  }
  return { width, height, light };
}

/** Blurs values laid out as rows of `channels`, in place: three passes of a box come near a Gaussian. */
export function blurRows(values: Float32Array, width: number, height: number, channels: number, radius: number): void {
  const size = Math.max(1, Math.round(radius));
  const kept = new Float32Array(Math.max(width, height));
  for (let pass = 0; pass < 3; pass++) {
    for (let c = 0; c < channels; c++) {
      for (let y = 0; y < height; y++) boxLine(values, y * width * channels + c, channels, width, size, kept);
      for (let x = 0; x < width; x++) boxLine(values, x * channels + c, width * channels, height, size, kept);
    }
  }
}

function boxLine(values: Float32Array, start: number, step: number, count: number, size: number, kept: Float32Array): void {
  for (let i = 0; i < count; i++) kept[i] = read(values, start + i * step);
  const end = count - 1;
  // Beyond its ends the line goes on as its first and last value.
  let sum = read(kept, 0) * (size + 1);
  for (let i = 0; i < size; i++) sum += read(kept, Math.min(end, i));
  const share = 1 / (size * 2 + 1);
  for (let i = 0; i < count; i++) {
    sum += read(kept, Math.min(end, i + size)) - read(kept, Math.max(0, i - size - 1));
    values[start + i * step] = sum * share;
  }
}

function read(values: Float32Array, index: number): number {
  return values[index] ?? 0;
}

/** Reads a smaller plate between its pixels at a place given as shares of width and height. */
export function sampleInto(small: Plate, u: number, v: number, out: Float32Array): void {
  const x = Math.min(small.width - 1.001, Math.max(0, u * small.width - 0.5));
  const y = Math.min(small.height - 1.001, Math.max(0, v * small.height - 0.5));
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = x - ix;
  const fy = y - iy;
  const at = (iy * small.width + ix) * 3;
  const below = at + small.width * 3;
  for (let c = 0; c < 3; c++) {
    const top = (small.light[at + c] ?? 0) * (1 - fx) + (small.light[at + 3 + c] ?? 0) * fx;
    const low = (small.light[below + c] ?? 0) * (1 - fx) + (small.light[below + 3 + c] ?? 0) * fx;
    out[c] = top * (1 - fy) + low * fy;
  }
}
