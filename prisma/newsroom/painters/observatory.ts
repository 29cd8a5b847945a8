import { type Camera, project } from "@/prisma/newsroom/darkroom/camera";
import { bloom, glow } from "@/prisma/newsroom/darkroom/lens";
import { addLight, type Colour, colour, mix, PLATE_HEIGHT, PLATE_WIDTH, smoothstep } from "@/prisma/newsroom/darkroom/plate";
import { ball, box, post, type Solid } from "@/prisma/newsroom/darkroom/solids";
import { paintStage } from "@/prisma/newsroom/darkroom/stage";
import type { Finisher } from "@/prisma/newsroom/darkroom/surface";
import { shining, stuff, tintBy } from "./finishes";
import type { Easel, Painter } from "./painter";

/** Telescope domes on a summit after sunset or deep in the night, under stars. */
export const paintObservatory: Painter = (easel) => {
  const { plate, random, noise } = easel;
  const isDeep = random.chance(0.6);
  const after: Colour = random.pick([colour("#b5673a", 0.55), colour("#4a6a8a", 0.4), colour("#7a5a78", 0.45)]);
  const zenith: Colour = isDeep ? colour("#0a1120") : colour("#14264a");
  const horizon: Colour = isDeep ? mix(after, zenith, 0.65) : after;
  const camera: Camera = { x: 0, y: random.range(1.6, 9), z: 0, yaw: 0, focal: random.range(0.85, 1.5), horizon: random.range(0.68, 0.82) };
  const ridges = [3, 2, 1].map((k) => (x: number) => 0.012 * k + Math.max(-0.01, noise.fbm(x * 2.4 + k * 9, k, 5) * 0.085));
  const depth = paintStage(plate, {
    camera,
    solids: domes(easel),
    ground: {
      y: 0,
      finish: (s, out) =>
        tintBy(out, [0.16, 0.13, 0.11], 0.7 + noise.fbm(s.x / 3, s.z / 3, 4) * 1.1 + noise.fbm(s.x / 0.4, s.z / 0.4, 2) * 0.6),
    },
    sky: (x, y, z, out) => {
      const across = x / Math.max(0.05, z);
      const share = smoothstep(0, 0.42, y);
      let light = mix(horizon, zenith, share);
      for (const [k, ridge] of ridges.entries()) if (y < ridge(across)) light = mix(horizon, [0.006, 0.008, 0.012], 0.5 + k * 0.2);
      out.x = light[0];
      out.y = light[1];
      out.z = light[2];
    },
    sun: {
      direction: { x: random.pick([-0.8, 0.8]), y: 0.35, z: -0.3 },
      light: isDeep ? [0.09, 0.11, 0.16] : [0.3, 0.22, 0.2],
      soft: 0.03,
    },
    above: mix(zenith, horizon, 0.4),
    below: [horizon[0] * 0.2, horizon[1] * 0.2, horizon[2] * 0.2],
    lamps: [{ x: random.range(-14, 14), y: 3, z: random.range(24, 34), light: [3, 1.5, 0.5] }],
    fog: null,
  });
  stars(easel, depth, camera, isDeep);
  if (random.chance(0.3)) laserGuide(easel, camera);
  bloom(plate, 0.5, 40, 0.4);
  return { exposure: isDeep ? 1.15 : 0.9, saturation: 0.85, grain: 0.036, vignette: 0.35 };
};

function domes(easel: Easel): Solid[] {
  const { random, noise } = easel;
  const wall = stuff(noise, colour("#b9b6ae"), { size: 2, rough: 0.12 });
  const inside: Colour = random.chance(0.55)
    ? random.pick([
        [0.5, 0.17, 0.06],
        [0.35, 0.25, 0.14],
      ])
    : [0.004, 0.004, 0.006];
  const warm = shining([2.4, 1.5, 0.6]);
  const count = random.whole(1, 4);
  const solids: Solid[] = [];
  for (let i = 0; i < count; i++) {
    const size = i === 0 ? random.range(8, 12) : random.range(3, 6.5);
    const x = i === 0 ? random.range(-12, 12) : random.range(-34, 34);
    const z = i === 0 ? random.range(38, 50) : random.range(54, 90);
    const foot = size * random.range(0.5, 0.9);
    solids.push(
      post(x, 0, z, size, foot, wall),
      post(x, foot, z, size * 1.05, 0.6, wall),
      ball(x, foot + 0.4, z, size, domeSkin(easel, random.range(-0.4, 0.4), inside)),
    );
    solids.push(box(x + size * 1.2, 0, z - 2, size * 0.9, 3.4, 5, wall), box(x + size * 1.2, 1.3, z - 4.55, size * 0.3, 1, 0.1, warm));
  }
  return solids;
}

/** Panels of white metal, parted by the shutter's slit, through which the inside shows. */
function domeSkin({ noise }: Easel, slit: number, inside: Colour): Finisher {
  return (s, out) => {
    const seam = Math.abs(((Math.atan2(s.nx, s.nz) / Math.PI) * 9) % 1) < 0.07 || Math.abs((s.ny * 5) % 1) < 0.03 ? 0.72 : 1;
    const off = Math.abs(s.nx - slit * Math.max(0.2, -s.nz));
    const isOpen = s.nz < 0.2 && s.ny > 0.2 && off < 0.13;
    const isRail = s.nz < 0.2 && s.ny > 0.17 && off < 0.17;
    tintBy(out, isRail ? [0.3, 0.31, 0.32] : [0.62, 0.63, 0.64], seam * (0.95 + noise.at(s.x, s.y) * 0.1));
    out.gloss = isOpen ? 0 : 0.05;
    if (!isOpen) return;
    tintBy(out, [0.01, 0.01, 0.01], 1);
    const fall = 1.1 - s.ny * 0.8 + (off / 0.13) * 0.2;
    out.glowR = inside[0] * fall;
    out.glowG = inside[1] * fall;
    out.glowB = inside[2] * fall;
  };
}

function stars(easel: Easel, depth: Float32Array, camera: Camera, isDeep: boolean): void {
  const { plate, random } = easel;
  const floor = camera.horizon * PLATE_HEIGHT;
  if (isDeep) milkyWay(easel, depth, floor);
  for (let i = 0; i < (isDeep ? 2_600 : 420); i++) {
    const x = random.whole(1, PLATE_WIDTH - 2);
    const y = random.whole(1, Math.floor(floor) - 14);
    const bright = random.next() ** 14 * 2 + random.range(0.02, 0.16);
    const tint = random.range(-0.2, 0.2);
    if (!isSky(depth, x, y)) continue;
    glow(plate, x + 0.5, y + 0.5, 0.34 + bright * 0.16, [bright * (1 + tint), bright, bright * (1 - tint)]);
  }
}

/** A slanting band of faint light, torn by dust along its middle. */
function milkyWay({ plate, random, noise }: Easel, depth: Float32Array, floor: number): void {
  const tilt = random.range(-0.9, 0.9);
  const middle = random.range(0.25, 0.75) * PLATE_WIDTH;
  for (let y = 0; y < floor; y++) {
    for (let x = 0; x < PLATE_WIDTH; x++) {
      if (!isSky(depth, x, y)) continue;
      const off = (x - middle - (y - floor / 2) * tilt) / (PLATE_WIDTH * 0.16);
      const dust = smoothstep(0.02, 0.35, noise.fbm(x / 90, y / 90, 5) + 0.12 - Math.abs(off) * 0.1);
      const cloud = 0.35 + noise.fbm(x / 160, y / 160, 4);
      const share = Math.max(0, Math.exp(-off * off) * cloud * (1 - dust * 0.7) * smoothstep(floor, floor * 0.5, y) * 0.11);
      addLight(plate, (y * PLATE_WIDTH + x) * 3, share * 0.9, share * 0.88, share);
    }
  }
}

function isSky(depth: Float32Array, x: number, y: number): boolean {
  return (depth[y * PLATE_WIDTH + x] ?? 0) > 1e5;
}

function laserGuide({ plate, random }: Easel, camera: Camera): void {
  const from = project(camera, random.range(-6, 6), 16, 44);
  const lean = random.range(-0.4, 0.4);
  for (let y = 0; y < from.py; y++) {
    const x = from.px + (from.py - y) * lean;
    for (let dx = -4; dx <= 4; dx++) {
      const at = Math.round(x) + dx;
      if (at < 0 || at >= PLATE_WIDTH) continue;
      const share = Math.exp(-((at - x) ** 2) / 2.2) * 0.5;
      addLight(plate, (y * PLATE_WIDTH + at) * 3, share, share * 0.62, share * 0.12);
    }
  }
}
