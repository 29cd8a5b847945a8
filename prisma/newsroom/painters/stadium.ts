import { type Camera, project } from "@/prisma/newsroom/darkroom/camera";
import { bloom, depthOfField, glow } from "@/prisma/newsroom/darkroom/lens";
import { type Colour, colour, smoothstep } from "@/prisma/newsroom/darkroom/plate";
import { ball, box, post, type Solid } from "@/prisma/newsroom/darkroom/solids";
import { paintStage } from "@/prisma/newsroom/darkroom/stage";
import type { Stage } from "@/prisma/newsroom/darkroom/stage-parts";
import type { Finisher } from "@/prisma/newsroom/darkroom/surface";
import { crowd, shining, stuff, tintBy } from "./finishes";
import type { Easel, Painter } from "./painter";
import { chooseWeather } from "./weather";

type Light = Pick<Stage, "sky" | "sun" | "above" | "below" | "fog">;

/** A ground in use: mown turf under lamps, players, banks of people under a roof. */
export const paintStadium: Painter = (easel) => {
  const { plate, random } = easel;
  const isNight = random.chance(0.65);
  const fromStand = random.chance(0.75);
  const camera = fromStand ? seatIn(easel) : touchlineOf(easel);
  const light = isNight ? floodlight(easel) : daylight(easel);
  const towers = isNight ? [-58, -22, 22, 58].map((x) => ({ x: x + random.range(-4, 4), y: 27.5, z: 76 })) : [];
  const lamps = towers.flatMap((at) => lampBank(at.x, at.y, at.z));
  const solids = [...stands(easel), ...players(easel), ...lamps];
  const depth = paintStage(plate, { camera, solids, ground: { y: 0, finish: turf(easel) }, lamps: [], ...light });
  depthOfField(plate, depth, fromStand ? 45 : 20, fromStand ? 60 : 70);
  for (const at of towers) lampGlow(easel, camera, at);
  bloom(plate, 0.8, 60, 0.4);
  return { exposure: isNight ? 0.25 : 0.1, saturation: 0.8, grain: 0.03, vignette: 0.34 };
};

function seatIn({ random }: Easel): Camera {
  return {
    x: random.range(-20, 20),
    y: random.range(13, 24),
    z: -14,
    yaw: random.range(-0.22, 0.22),
    focal: random.range(0.8, 1.2),
    horizon: random.range(0.26, 0.38),
  };
}

function touchlineOf({ random }: Easel): Camera {
  return {
    x: random.range(-20, 20),
    y: random.range(1.1, 2.6),
    z: -14,
    yaw: random.range(-0.22, 0.22),
    focal: random.range(1.2, 2),
    horizon: random.range(0.48, 0.6),
  };
}

function floodlight({ random }: Easel): Light {
  return {
    sky: darkSky(random.pick([colour("#0c1526"), colour("#131a22"), colour("#1c2136")])),
    sun: { direction: { x: 0.3, y: 0.9, z: -0.3 }, light: [1.1, 1.15, 1.2], soft: 0.25 },
    above: [0.3, 0.32, 0.36],
    below: [0.1, 0.13, 0.1],
    fog: { light: [0.12, 0.15, 0.19], density: 1 / 330 },
  };
}

function daylight({ random, noise }: Easel): Light {
  const weather = chooseWeather(random, noise, random.pick(["day", "overcast"]), random.range(-1.6, 1.6));
  const sun = weather.hour === "overcast" ? null : { direction: weather.sun, light: weather.sunLight, soft: 0.02 };
  return { sky: weather.sky, sun, above: weather.above, below: weather.below, fog: { light: weather.haze, density: 1 / 900 } };
}

function stands({ random, noise }: Easel): Solid[] {
  const seats = random.pick([colour("#2b3f63"), colour("#6b2226"), colour("#3f4245"), colour("#28503f")]);
  const people = crowd(noise, 0.62, seats, random.range(0.75, 0.95), random.whole(1, 999));
  const concrete = stuff(noise, colour("#4b4d50"), { size: 3, rough: 0.3 });
  const boardTints = [
    [0.5, 0.08, 0.06],
    [0.06, 0.14, 0.4],
    [0.6, 0.55, 0.45],
    [0.05, 0.3, 0.2],
  ] as const;
  const solids: Solid[] = [];
  for (let row = 0; row < 15; row++) {
    const back = row * 1.25 + (row > 8 ? 3 : 0);
    const up = 1.3 + row * 0.86 + (row > 8 ? 2.2 : 0);
    solids.push(
      box(0, 0, 62 + back + 14, 190, up + 0.75, 28, people),
      box(-66 - back - 14, 0, 30, 28, up + 0.75, 120, people),
      box(66 + back + 14, 0, 30, 28, up + 0.75, 120, people),
    );
  }
  solids.push(box(0, 21, 84, 220, 1.1, 30, concrete), box(-88, 21, 30, 30, 1.1, 140, concrete), box(88, 21, 30, 30, 1.1, 140, concrete));
  for (let i = 0; i < 12; i++)
    solids.push(box(-66 + i * 12, 0.1, 59.6, 11.6, 0.95, 0.2, stuff(noise, random.pick(boardTints), { size: 4, rough: 0.4 })));
  return solids;
}

/** Turf mown in stripes, with touch lines and a centre circle. */
function turf({ random, noise }: Easel): Finisher {
  const grass: Colour = random.pick([colour("#4a6634"), colour("#52683a"), colour("#41603a")]);
  return (s, out) => {
    const stripe = Math.sin((s.x / 5.5) * Math.PI) > 0 ? 1.12 : 0.9;
    const blades = 1 + noise.fbm(s.x / 0.12, s.z / 0.2, 2) * smoothstep(40, 4, s.distance) * 0.9 + noise.fbm(s.x / 6, s.z / 6, 3) * 0.25;
    tintBy(out, grass, stripe * blades);
    const inside = Math.abs(s.x) < 50 && s.z > -4 && s.z < 56;
    const ring = Math.abs(Math.hypot(s.x, s.z - 26) - 9.15);
    const line = Math.min(Math.abs(s.x), Math.abs(Math.abs(s.x) - 50), Math.abs(s.z - 56), ring);
    const chalk = inside || Math.abs(s.z - 56) < 0.3 ? smoothstep(0.1 + s.distance / 500, 0.04, line) : 0;
    tintMix(out, chalk);
  };
}

function tintMix(out: { r: number; g: number; b: number }, chalk: number): void {
  out.r += (0.75 - out.r) * chalk;
  out.g += (0.77 - out.g) * chalk;
  out.b += (0.74 - out.b) * chalk;
}

function players({ random }: Easel): Solid[] {
  const sides: readonly [Colour, Colour] = random.pick([
    [
      [0.55, 0.05, 0.05],
      [0.7, 0.7, 0.68],
    ],
    [
      [0.05, 0.12, 0.45],
      [0.7, 0.55, 0.08],
    ],
    [
      [0.04, 0.3, 0.16],
      [0.06, 0.06, 0.07],
    ],
  ] as const);
  return Array.from({ length: 15 }, (_, i) => {
    const x = random.range(-30, 30);
    const z = random.range(11, 52);
    const shirt = flat(sides[i % 2] ?? sides[0]);
    const skin = flat(
      random.pick([
        [0.36, 0.22, 0.15],
        [0.12, 0.07, 0.05],
        [0.25, 0.15, 0.1],
      ]),
    );
    const stride = random.range(0.1, 0.28);
    return [
      post(x - stride, 0, z, 0.08, 0.85, skin),
      post(x + stride, 0.1, z + 0.1, 0.08, 0.75, skin),
      box(x, 0.72, z, 0.38, 0.3, 0.28, flat([0.6, 0.6, 0.58])),
      box(x, 0.98, z, 0.4, 0.5, 0.24, shirt),
      ball(x, 1.62, z, 0.12, skin),
      post(x - 0.28, 0.95, z + 0.05, 0.06, 0.5, skin),
      post(x + 0.28, 1, z - 0.05, 0.06, 0.45, skin),
    ];
  }).flat();
}

function flat(tint: Colour): Finisher {
  return (_s, out) => tintBy(out, tint, 1);
}

function lampBank(x: number, y: number, z: number): Solid[] {
  return Array.from({ length: 18 }, (_, i) =>
    ball(x + ((i % 6) - 2.5) * 1.5, y + Math.floor(i / 6) * 1.5, z, 0.55, shining([6, 6.3, 6.6])),
  );
}

function lampGlow({ plate }: Easel, camera: Camera, at: { x: number; y: number; z: number }): void {
  const seen = project(camera, at.x, at.y + 1.5, at.z);
  if (seen.depth <= 0) return;
  glow(plate, seen.px, seen.py, 26, [0.9, 0.98, 1.05], 1.2);
  glow(plate, seen.px, seen.py, 95, [0.11, 0.13, 0.15], 1);
}

function darkSky(tint: Colour): (x: number, y: number, z: number, out: { x: number; y: number; z: number }) => void {
  return (_x, y, _z, out) => {
    const share = 1.6 - Math.min(1, Math.max(0, y) * 3);
    out.x = tint[0] * share;
    out.y = tint[1] * share;
    out.z = tint[2] * share;
  };
}
