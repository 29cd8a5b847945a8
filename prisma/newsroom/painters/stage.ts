import { type Camera, project } from "@/prisma/newsroom/darkroom/camera";
import { bloom, depthOfField, glow } from "@/prisma/newsroom/darkroom/lens";
import { addLight, type Colour, PLATE_HEIGHT, PLATE_WIDTH, smoothstep } from "@/prisma/newsroom/darkroom/plate";
import { ball, box, post, type Solid } from "@/prisma/newsroom/darkroom/solids";
import { paintStage as paintSolids } from "@/prisma/newsroom/darkroom/stage";
import { standing } from "./figures";
import { boards, shining, stuff, tintBy } from "./finishes";
import type { Easel, Painter } from "./painter";

const LIGHTS: readonly [Colour, ...Colour[]] = [
  [1, 0.72, 0.4],
  [0.5, 0.7, 1],
  [1, 0.45, 0.35],
  [0.75, 0.6, 1],
  [1, 0.9, 0.75],
  [0.4, 0.95, 0.85],
];

type Beam = { x: number; y: number; toX: number; toY: number; spread: number; light: Colour };

/** A performance seen from the stalls: beams in the haze, players backlit on the boards, heads in the dark before us. */
export const paintStage: Painter = (easel) => {
  const { plate, random, noise } = easel;
  const key = random.pick(LIGHTS);
  const fill = random.pick(LIGHTS);
  const camera: Camera = {
    x: random.range(-2.5, 2.5),
    y: random.range(1.9, 3),
    z: 2,
    yaw: random.range(-0.08, 0.08),
    focal: random.range(1.4, 2.3),
    horizon: random.range(0.42, 0.58),
  };
  const folds: (x: number) => number = (x) => 0.5 + 0.5 * Math.sin(x * 3.1 + noise.at(x, 2) * 3);
  const cloth: Colour = random.pick([
    [0.12, 0.012, 0.015],
    [0.012, 0.014, 0.03],
    [0.03, 0.03, 0.032],
    [0.02, 0.05, 0.045],
  ]);
  const backdrop = (s: { x: number; y: number }, out: Parameters<typeof tintBy>[0]) =>
    tintBy(out, cloth, 0.3 + folds(s.x) * (0.9 + noise.at(s.x, s.y / 3) * 0.3));
  const depth = paintSolids(plate, {
    camera,
    solids: [
      box(0, -0.2, 29, 40, 1.3, 22, boards(noise, [0.16, 0.1, 0.06], 0.16, 4, 0.22)),
      box(0, 0, 38, 44, 16, 0.5, backdrop),
      box(-11.5, 0, 20, 3.4, 14, 1, backdrop),
      box(11.5, 0, 20, 3.4, 14, 1, backdrop),
      ...players(easel),
      ...props(easel),
      ...audience(easel),
    ],
    ground: { y: 0, finish: stuff(noise, [0.01, 0.01, 0.01]) },
    sky: (_x, _y, _z, out) => {
      out.x = 0.004;
      out.y = 0.004;
      out.z = 0.006;
    },
    sun: { direction: { x: random.range(-0.5, 0.5), y: 0.72, z: 0.5 }, light: [key[0] * 3, key[1] * 3, key[2] * 3], soft: 0.05 },
    above: [fill[0] * 0.05, fill[1] * 0.05, fill[2] * 0.06],
    below: [0.012, 0.01, 0.01],
    lamps: [
      { x: random.range(-6, 6), y: 6, z: 17, light: [key[0] * 30, key[1] * 30, key[2] * 30] },
      { x: 0, y: 5, z: 35, light: [fill[0] * 34, fill[1] * 34, fill[2] * 34] },
    ],
    fog: { light: [fill[0] * 0.03, fill[1] * 0.03, fill[2] * 0.035], density: 1 / 60 },
  });
  depthOfField(plate, depth, 25, 55);
  for (const beam of beamsOf(easel, camera, key, fill)) throwBeam(easel, beam, depth);
  bloom(plate, 0.5, 70, 0.5);
  return { exposure: 0.85, saturation: 0.9, grain: 0.036, vignette: 0.4, contrast: 0.16 };
};

function players({ random }: Easel): Solid[] {
  return Array.from({ length: random.pick([1, 1, 3, 5, 8]) }, (_, i, all = random.range(-5, 5)) =>
    standing(random, i === 0 ? all * 0.5 : random.range(-7, 7), 1.1, random.range(22, 31)),
  ).flat();
}

function props({ random, noise }: Easel): Solid[] {
  const black = stuff(noise, [0.02, 0.018, 0.016], { gloss: 0.3 });
  const kind = random.pick(["piano", "steps", "stands", "bare"]);
  if (kind === "piano")
    return [
      box(3.2, 1.8, 27, 2.6, 0.35, 1.6, black),
      box(3.2, 2.2, 27.4, 2.5, 0.9, 0.06, black),
      ...[2.1, 4.3].flatMap((x) => [26.4, 27.6].map((z) => post(x, 1.1, z, 0.07, 0.75, black))),
    ];
  if (kind === "steps")
    return [0, 1, 2, 3].map((i) => box(-2, 1.1 + i * 0.45, 33 + i * 0.8, 9 - i * 1.4, 0.45, 3, stuff(noise, [0.12, 0.11, 0.1])));
  if (kind === "stands")
    return Array.from({ length: 10 }, (_, i) => [
      post(-6 + i * 1.3, 1.1, 26 + (i % 3), 0.03, 1, black),
      box(-6 + i * 1.3, 2.05, 26 + (i % 3), 0.5, 0.35, 0.04, shining([0.25, 0.22, 0.16])),
    ]).flat();
  return [];
}

function audience({ random }: Easel): Solid[] {
  const dark = (_s: unknown, out: Parameters<typeof tintBy>[0]) => tintBy(out, [0.03, 0.028, 0.03], 1);
  return Array.from({ length: 46 }, (_, i) => {
    const row = Math.floor(i / 12);
    const x = -8 + (i % 12) * 1.35 + (row % 2) * 0.6 + random.range(-0.16, 0.16);
    const y = 0.82 - row * 0.07 + random.range(-0.08, 0.1);
    const z = 6 + row * 2.1;
    return [
      ball(x, y + 0.36, z, 0.125, dark),
      post(x, y - 0.5, z, 0.22, 0.6, dark),
      ball(x - 0.13, y + 0.08, z, 0.14, dark),
      ball(x + 0.13, y + 0.08, z, 0.14, dark),
    ];
  }).flat();
}

function beamsOf({ random, plate }: Easel, camera: Camera, key: Colour, fill: Colour): Beam[] {
  return Array.from({ length: random.whole(3, 7) }, (_, i) => {
    const lamp = project(camera, random.range(-9, 9), random.range(9.5, 11.5), 31);
    const floor = project(camera, random.range(-6, 6), 1.1, random.range(23, 31));
    const light = i % 2 === 0 ? key : fill;
    glow(plate, lamp.px, lamp.py, 9, [light[0] * 3, light[1] * 3, light[2] * 3]);
    return { x: lamp.px, y: lamp.py, toX: floor.px, toY: floor.py, spread: random.range(0.07, 0.17), light };
  });
}

/** A cone of lit haze, brightest near its lamp, uneven as smoke is. */
function throwBeam({ plate, noise }: Easel, beam: Beam, depth: Float32Array): void {
  const long = Math.hypot(beam.toX - beam.x, beam.toY - beam.y);
  const ux = (beam.toX - beam.x) / long;
  const uy = (beam.toY - beam.y) / long;
  for (let y = Math.max(0, Math.floor(beam.y)); y < PLATE_HEIGHT; y++) {
    for (let x = 0; x < PLATE_WIDTH; x++) {
      const along = Math.max(0, (x - beam.x) * ux + (y - beam.y) * uy);
      const off = Math.abs((x - beam.x) * uy - (y - beam.y) * ux) / (6 + along * beam.spread);
      if (off > 1.4) continue;
      const smoke = 0.7 + noise.fbm(x / 130, y / 90, 3) * 0.9;
      const hidden = (depth[y * PLATE_WIDTH + x] ?? 99) < 17 ? 0.12 : 1;
      const share =
        smoothstep(1.4, 0.25, off) * smoke * hidden * 0.24 * smoothstep(long * 1.15, long * 0.7, along) * (0.35 + 60 / (60 + along));
      addLight(plate, (y * PLATE_WIDTH + x) * 3, beam.light[0] * share, beam.light[1] * share, beam.light[2] * share);
    }
  }
}
