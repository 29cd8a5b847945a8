import type { SeededRandom } from "./seeded-random";

/** Smooth noise over a plane; `at` is in about [-1, 1], zero in the mean. */
export type Noise = {
  at: (x: number, y: number) => number;
  /** Octaves of halving size and height, in about [-1, 1]. */
  fbm: (x: number, y: number, octaves: number) => number;
  /** Octaves folded at zero into crests, in about [0, 1]. */
  ridged: (x: number, y: number, octaves: number) => number;
};

/** The shuffled lattice: where each cell's slope points. */
type Lattice = { order: Uint8Array; gradX: Float32Array; gradY: Float32Array };

/** Gradient noise on a shuffled lattice of 256 by 256 cells. Source: Perlin, "Improving Noise" (2002). */
export function makeNoise(random: SeededRandom): Noise {
  const order = shuffledBytes(random);
  const gradX = Float32Array.from({ length: 256 }, (_, i) => Math.cos((i / 128) * Math.PI) * 1.5);
  const gradY = Float32Array.from({ length: 256 }, (_, i) => Math.sin((i / 128) * Math.PI) * 1.5);
  const lattice: Lattice = { order, gradX, gradY };
  return {
    at: (x, y) => slopeAt(lattice, x, y),
    fbm: (x, y, octaves) => fbm(lattice, x, y, octaves),
    ridged: (x, y, octaves) => ridged(lattice, x, y, octaves),
  };
}

function slopeAt(lattice: Lattice, x: number, y: number): number {
  const { order } = lattice;
  const ix = Math.floor(x);
  const iy = Math.floor(y);
  const fx = x - ix;
  const fy = y - iy;
  const u = fx * fx * fx * (fx * (fx * 6 - 15) + 10);
  const v = fy * fy * fy * (fy * (fy * 6 - 15) + 10);
  const left = byteAt(order, ix & 255) + (iy & 255);
  const right = byteAt(order, (ix + 1) & 255) + (iy & 255);
  const nearA = lean(lattice, left, fx, fy);
  const nearB = lean(lattice, right, fx - 1, fy);
  const nearC = lean(lattice, left + 1, fx, fy - 1);
  const nearD = lean(lattice, right + 1, fx - 1, fy - 1);
  const top = nearA + (nearB - nearA) * u;
  return top + (nearC + (nearD - nearC) * u - top) * v;
}

/** How high one corner's slope stands at a place (dx, dy) from it. */
function lean(lattice: Lattice, corner: number, dx: number, dy: number): number {
  const index = byteAt(lattice.order, corner);
  return (lattice.gradX[index] ?? 0) * dx + (lattice.gradY[index] ?? 0) * dy;
}

function byteAt(bytes: Uint8Array, index: number): number {
  return bytes[index] ?? 0;
}

function shuffledBytes(random: SeededRandom): Uint8Array {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  for (let i = 255; i > 0; i--) {
    const j = random.whole(0, i);
    const kept = bytes[i] ?? 0;
    bytes[i] = bytes[j] ?? 0;
    bytes[j] = kept;
  }
  const twice = new Uint8Array(512);
  twice.set(bytes, 0);
  twice.set(bytes, 256);
  return twice;
}

/** Each octave is turned, or the lattice shows as a grid. */
function fbm(lattice: Lattice, x: number, y: number, octaves: number): number {
  let sum = 0;
  let height = 0.5;
  let px = x;
  let py = y;
  for (let i = 0; i < octaves; i++) {
    sum += slopeAt(lattice, px, py) * height;
    const turned = px * 1.6 - py * 1.2 + 17.3;
    py = px * 1.2 + py * 1.6 - 9.1;
    px = turned;
    height *= 0.5;
  }
  return sum;
}

function ridged(lattice: Lattice, x: number, y: number, octaves: number): number {
  let sum = 0;
  let height = 0.5;
  let carry = 1;
  let px = x;
  let py = y;
  for (let i = 0; i < octaves; i++) {
    const crest = 1 - Math.min(1, Math.abs(slopeAt(lattice, px, py)) * 1.4);
    const value = crest * crest * carry;
    sum += value * height;
    carry = Math.min(1, value * 1.8);
    const turned = px * 1.6 - py * 1.2 + 31.7;
    py = px * 1.2 + py * 1.6 - 3.9;
    px = turned;
    height *= 0.5;
  }
  return sum;
}
