import type { Noise } from "@/prisma/newsroom/darkroom/noise";
import { type Colour, colour } from "@/prisma/newsroom/darkroom/plate";
import type { SeededRandom } from "@/prisma/newsroom/darkroom/seeded-random";
import { box, type Solid } from "@/prisma/newsroom/darkroom/solids";
import { type Facade, facade, stuff } from "./finishes";

const WALLS: readonly [Colour, ...Colour[]] = [
  colour("#8d8578"),
  colour("#a49684"),
  colour("#7b7d80"),
  colour("#6a6460"),
  colour("#b0a898"),
  colour("#85654f"),
  colour("#5d6670"),
];

export type SkylinePlan = { near: number; far: number; halfWidth: number; tallest: number; centre: number; count: number; night: boolean };

/** A town's buildings: low in front, a knot of towers about its centre, each with a skin of its own. */
export function buildSkyline(random: SeededRandom, noise: Noise, plan: SkylinePlan): Solid[] {
  const solids: Solid[] = [];
  for (let i = 0; i < plan.count; i++) {
    const share = i / plan.count;
    const z = plan.near + (plan.far - plan.near) * share ** 1.5 + random.range(0, 26);
    const x = random.range(-1, 1) * plan.halfWidth * (0.4 + (0.9 * z) / plan.far);
    const middle = Math.exp(-(((x - plan.centre) / (plan.halfWidth * 0.34)) ** 2));
    const tall =
      (9 + random.next() ** 4 * plan.tallest * 0.4 + middle * random.next() ** 2.2 * plan.tallest * 1.15) *
      (0.35 + 0.65 * Math.min(1, share * 2.5));
    const width = random.range(16, 40);
    const skin = facade(noise, skinOf(random, plan.night));
    solids.push(box(x, 0, z, width, tall, random.range(16, 36), skin));
    if (tall > 55 && random.chance(0.6)) solids.push(box(x, tall, z, width * 0.55, random.range(5, 18), 14, skin));
    if (tall > 90 && random.chance(0.4)) solids.push(box(x, tall, z, 1.2, random.range(20, 44), 1.2, stuff(noise, colour("#4a4c50"))));
  }
  return solids;
}

function skinOf(random: SeededRandom, night: boolean): Facade {
  const glassy = random.chance(0.4);
  const wall = random.pick(WALLS);
  return {
    wall: night ? [wall[0] * 0.5, wall[1] * 0.5, wall[2] * 0.5] : wall,
    glass: night ? [0.01, 0.014, 0.02] : [0.09, 0.12, 0.15],
    cellW: glassy ? random.range(1.4, 2.2) : random.range(2.2, 3.6),
    cellH: random.range(3.2, 4),
    lit: night ? random.range(0.05, 0.34) : 0,
    warm: [1.05, 0.66, 0.31],
    cool: [0.62, 0.74, 0.82],
    salt: random.whole(1, 9_999),
    gloss: night ? 0.05 : glassy ? 0.5 : 0.2,
  };
}
