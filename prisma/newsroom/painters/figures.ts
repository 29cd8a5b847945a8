import { type Colour, scale } from "@/prisma/newsroom/darkroom/plate";
import type { SeededRandom } from "@/prisma/newsroom/darkroom/seeded-random";
import { ball, box, post, type Solid } from "@/prisma/newsroom/darkroom/solids";
import type { Finisher } from "@/prisma/newsroom/darkroom/surface";

const CLOTHES: readonly [Colour, ...Colour[]] = [
  [0.03, 0.035, 0.045],
  [0.06, 0.05, 0.045],
  [0.1, 0.1, 0.11],
  [0.02, 0.04, 0.08],
  [0.16, 0.12, 0.08],
  [0.13, 0.03, 0.03],
  [0.2, 0.2, 0.19],
  [0.05, 0.07, 0.05],
];
const SKINS: readonly [Colour, ...Colour[]] = [
  [0.42, 0.27, 0.19],
  [0.22, 0.13, 0.08],
  [0.1, 0.06, 0.04],
  [0.33, 0.2, 0.13],
];

/** A person for the middle distance: legs, coat, shoulders and head. Meant to be small or out of focus. */
export function standing(random: SeededRandom, x: number, y: number, z: number): Solid[] {
  const tall = random.range(1.58, 1.86);
  const coat = matt(random.pick(CLOTHES));
  const legs = matt(scale(random.pick(CLOTHES), 0.7));
  const lean = random.range(-0.04, 0.04);
  const step = random.range(0.05, 0.13);
  return [
    post(x - step, y, z + step, 0.085, tall * 0.5, legs),
    post(x + step, y, z - step, 0.085, tall * 0.5, legs),
    post(x + lean, y + tall * 0.42, z, 0.185, tall * 0.26, coat),
    ball(x + lean - 0.1, y + tall * 0.74, z, 0.145, coat),
    ball(x + lean + 0.1, y + tall * 0.74, z, 0.145, coat),
    ball(x + lean, y + tall * 0.68, z, 0.2, coat),
    post(x - 0.235, y + tall * 0.44, z + 0.03, 0.055, tall * 0.34, coat),
    post(x + 0.235, y + tall * 0.44, z - 0.03, 0.055, tall * 0.34, coat),
    ...head(random, x + lean, y + tall * 0.93, z),
  ];
}

/** A person seated on something whose top is at `y`, seen from before or behind. */
export function seated(random: SeededRandom, x: number, y: number, z: number): Solid[] {
  const coat = matt(random.pick(CLOTHES));
  return [
    post(x, y, z, 0.2, 0.45, coat),
    ball(x - 0.12, y + 0.46, z, 0.14, coat),
    ball(x + 0.12, y + 0.46, z, 0.14, coat),
    ...head(random, x, y + 0.76, z),
  ];
}

/** An open umbrella above a person's head at (x, y, z). */
export function umbrella(random: SeededRandom, x: number, y: number, z: number): Solid[] {
  const cloth = matt(
    random.pick([
      [0.015, 0.015, 0.02],
      [0.03, 0.03, 0.04],
      [0.25, 0.02, 0.02],
      [0.02, 0.05, 0.12],
      [0.4, 0.36, 0.28],
    ]),
  );
  return [
    ...Array.from({ length: 9 }, (_, i) => post(x, y + 1.88 + i * 0.03, z, 0.55 * Math.sqrt(1 - (i / 9) ** 2), 0.032, cloth)),
    box(x, y + 1.1, z, 0.02, 0.8, 0.02, cloth),
  ];
}

function head(random: SeededRandom, x: number, y: number, z: number): Solid[] {
  const skin = matt(random.pick(SKINS));
  const hair = matt(
    random.pick([
      [0.01, 0.008, 0.006],
      [0.04, 0.025, 0.015],
      [0.12, 0.08, 0.04],
      [0.2, 0.19, 0.18],
    ]),
  );
  return [ball(x, y, z, 0.1, skin), ball(x, y + 0.035, z + random.pick([-0.025, 0.03]), 0.108, hair)];
}

function matt(tint: Colour): Finisher {
  return (_s, out) => {
    out.r = tint[0];
    out.g = tint[1];
    out.b = tint[2];
  };
}
