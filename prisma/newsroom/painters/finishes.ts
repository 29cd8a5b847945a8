import type { Noise } from "@/prisma/newsroom/darkroom/noise";
import { type Colour, clamp, smoothstep } from "@/prisma/newsroom/darkroom/plate";
import { cellHash } from "@/prisma/newsroom/darkroom/seeded-random";
import type { Finish, Finisher, Surface } from "@/prisma/newsroom/darkroom/surface";

/** A matt or polished stuff, uneven by noise of `size` metres. */
export function stuff(noise: Noise, tint: Colour, how: { size?: number; rough?: number; gloss?: number } = {}): Finisher {
  const { size = 0.6, rough = 0.25, gloss = 0 } = how;
  return (s, out) => {
    const tone =
      1 +
      rough *
        (noise.fbm((s.x + s.y * 0.7) / size, (s.z + s.y) / size, 3) +
          0.5 * noise.at(s.x / (size * 9) + s.y / (size * 7), s.z / (size * 9)));
    tintBy(out, tint, tone);
    out.gloss = gloss;
  };
}

/** Stuff that shines by itself. */
export function shining(light: Colour): Finisher {
  return (_s, out) => {
    out.glowR = light[0];
    out.glowG = light[1];
    out.glowB = light[2];
  };
}

/** Water: ripples that tilt a mirror, longer with distance. `size` is a ripple's length in metres. */
export function water(noise: Noise, deep: Colour, size: number, tilt: number): Finisher {
  return (s, out) => {
    const fade = 1 / (1 + s.distance / (size * 500));
    const x = s.x / size;
    const z = s.z / (size * 2.2);
    out.tiltX = noise.fbm(x, z, 3) * tilt * fade;
    out.tiltZ = noise.fbm(x + 31, z * 1.2, 3) * tilt * fade + noise.at(x / 9, z / 9) * tilt * 0.4;
    tintBy(out, deep, 1);
    out.gloss = 0.55;
  };
}

/** A road in the rain: grit that breaks the mirror up, puddles where it lies lower. */
export function wetStone(noise: Noise, tint: Colour): Finisher {
  return (s, out) => {
    const puddle = smoothstep(0.05, 0.3, noise.fbm(s.x / 2.6, s.z / 3.4, 3));
    const grit = (1 - puddle * 0.8) / (1 + s.distance / 30);
    tintBy(out, tint, (1 - puddle * 0.5) * (0.75 + noise.fbm(s.x / 0.12, s.z / 0.12, 3) * 0.9));
    out.gloss = 0.2 + puddle * 0.35;
    out.tiltX = noise.fbm(s.x * 9, s.z * 5, 3) * 0.16 * grit;
    out.tiltZ = noise.fbm(s.x * 9 + 50, s.z * 5, 3) * 0.26 * grit;
  };
}

export type Facade = {
  wall: Colour;
  glass: Colour;
  cellW: number;
  cellH: number /** Share of windows with light inside. */;
  lit: number;
  warm: Colour;
  cool: Colour;
  salt: number;
  gloss: number;
};

/** A building's skin: storeys of windows, some lit; flat roofs stay plain. */
export function facade(noise: Noise, how: Facade): Finisher {
  return (s, out) => {
    const tone = 1 + 0.2 * noise.fbm(s.x / 9 + how.salt, s.y / 9 + s.z / 9, 3);
    tintBy(out, how.wall, tone);
    if (Math.abs(s.ny) > 0.5) return;
    const along = (Math.abs(s.nx) > 0.5 ? s.z : s.x) / how.cellW;
    const up = s.y / how.cellH;
    const frame = windowShare(along, up, (s.distance / 900) * 1.2);
    const seed = cellHash(Math.floor(along), Math.floor(up), how.salt + s.solid);
    out.r += (how.glass[0] - out.r) * frame;
    out.g += (how.glass[1] - out.g) * frame;
    out.b += (how.glass[2] - out.b) * frame;
    out.gloss = frame * how.gloss;
    if (seed < how.lit) glowInside(out, how, seed / how.lit, frame);
  };
}

function glowInside(out: Finish, how: Facade, seed: number, frame: number): void {
  const light = seed < 0.72 ? how.warm : how.cool;
  const strength = frame * (0.25 + 1.3 * ((seed * 7.31) % 1) ** 2);
  out.glowR = light[0] * strength;
  out.glowG = light[1] * strength;
  out.glowB = light[2] * strength;
  out.gloss = 0;
}

/** Share of glass at a place within its cell; the frame's edge widens when far, or it would flicker. */
function windowShare(along: number, up: number, soft: number): number {
  const edge = 0.04 + Math.min(0.3, soft);
  const across = along - Math.floor(along);
  const high = up - Math.floor(up);
  return (
    smoothstep(0.2 - edge, 0.2 + edge, across) *
    smoothstep(0.82 + edge, 0.82 - edge, across) *
    smoothstep(0.22 - edge, 0.22 + edge, high) *
    smoothstep(0.86 + edge, 0.86 - edge, high)
  );
}

/** A bank of people seen from afar: heads and shoulders in rows, each in clothes of its own. */
export function crowd(noise: Noise, cellM: number, seats: Colour, full: number, salt: number): Finisher {
  return (s, out) => {
    const along = (Math.abs(s.nx) > 0.5 ? s.z : s.x) / cellM;
    const back = (Math.abs(s.ny) > 0.5 ? s.z : s.y) / (cellM * 1.3);
    const row = Math.floor(back);
    const shifted = along + (row % 2) * 0.5;
    const seat = Math.floor(shifted);
    const kind = cellHash(seat, row, salt);
    const dx = shifted - seat - 0.5;
    const dy = back - row;
    const isHead = dx * dx * 2.2 + (dy - 0.74) ** 2 < 0.045;
    const isBody = dy < 0.62 && Math.abs(dx) < 0.42;
    const isThere = cellHash(seat, row, salt + 1) < full + noise.at(along / 14, back / 6) * 0.5;
    tintBy(out, seats, 0.35 + 0.5 * dy);
    if (isThere && isBody) clothe(out, kind, cellHash(row, seat, salt + 2));
    if (isThere && isHead) tintBy(out, [0.3, 0.2, 0.15], 0.5 + kind);
  };
}

function clothe(out: Finish, kind: number, shade: number): void {
  const tone = 0.05 + shade * shade * 0.5;
  const lean = kind < 0.3 ? 0.75 : 0;
  out.r = tone * (1 + lean * (kind < 0.14 ? 0.9 : -0.4));
  out.g = tone * (1 - lean * 0.35);
  out.b = tone * (1 + lean * (kind < 0.14 ? -0.5 : 0.8));
}

/** Boards or tiles with joints, lengthwise away from the viewer. */
export function boards(noise: Noise, tint: Colour, wideM: number, longM: number, gloss: number): Finisher {
  return (s, out) => {
    const column = Math.floor(s.x / wideM);
    const row = Math.floor(s.z / longM + (column % 2) * 0.5);
    const inX = Math.abs(s.x / wideM - column - 0.5) * 2;
    const soft = clamp(s.distance / (wideM * 160));
    const joint = 1 - 0.5 * smoothstep(0.93 - soft * 0.3, 1, inX) * (1 - soft);
    const grain = 1 + 0.22 * (cellHash(column, row, 3) - 0.5) + 0.3 * noise.fbm(s.x / (wideM * 0.7), s.z / (wideM * 8), 3);
    tintBy(out, tint, joint * grain);
    out.gloss = gloss * (0.7 + 0.5 * noise.fbm(s.x / 1.1, s.z / 1.1, 2));
    out.tiltX = noise.at(s.x * 3, s.z * 3) * 0.015;
    out.tiltZ = noise.at(s.x * 3 + 9, s.z * 3) * 0.015;
  };
}

/** Writes a colour as the surface's own. */
export function tintBy(out: Finish, tint: Colour, tone: number): void {
  out.r = tint[0] * tone;
  out.g = tint[1] * tone;
  out.b = tint[2] * tone;
}

/** Goods heaped in a crate, seen from above: round things of two tints, each shaded as a ball. */
export function goods(tint: Colour, other: Colour, sizeM: number, salt: number): Finisher {
  return (s: Surface, out) => {
    const u = (s.x + s.y * 0.3) / sizeM;
    const v = (s.z + s.y) / sizeM;
    const row = Math.floor(v);
    const shifted = u + (row % 2) * 0.5;
    const dx = shifted - Math.floor(shifted) - 0.5;
    const dz = v - row - 0.5;
    const kind = cellHash(Math.floor(shifted), row, salt);
    const round = Math.max(0.12, 1 - (dx * dx + dz * dz) * 2.8) * (0.7 + 0.6 * kind);
    tintBy(out, kind < 0.75 ? tint : other, round);
  };
}
