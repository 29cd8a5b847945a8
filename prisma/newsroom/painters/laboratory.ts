import type { Camera } from "@/prisma/newsroom/darkroom/camera";
import { contactShade } from "@/prisma/newsroom/darkroom/contact-shade";
import { bloom, bokeh, depthOfField } from "@/prisma/newsroom/darkroom/lens";
import { type Colour, colour, PLATE_HEIGHT, PLATE_WIDTH } from "@/prisma/newsroom/darkroom/plate";
import { ball, box, post, type Solid } from "@/prisma/newsroom/darkroom/solids";
import { paintStage } from "@/prisma/newsroom/darkroom/stage";
import type { Finisher } from "@/prisma/newsroom/darkroom/surface";
import { standing } from "./figures";
import { shining, stuff, tintBy } from "./finishes";
import type { Easel, Painter } from "./painter";

const LIQUIDS: readonly [Colour, ...Colour[]] = [
  colour("#b5671c"),
  colour("#7a1f2a"),
  colour("#2a6a8a"),
  colour("#4f8a5a"),
  colour("#c9b04a"),
  colour("#6a4a8a"),
];

/** A bench in a laboratory, close: vials and flasks sharp, the room behind soft. */
export const paintLaboratory: Painter = (easel) => {
  const { plate, random, noise } = easel;
  const cool: Colour = random.pick([
    [0.95, 1.05, 1.15],
    [0.85, 1, 1.2],
    [1.1, 1.05, 0.95],
  ]);
  const isDim = random.chance(0.4);
  const gain = isDim ? 0.35 : 1;
  const camera: Camera = {
    x: 0,
    y: random.range(1.18, 1.45),
    z: 0,
    yaw: random.range(-0.2, 0.2),
    focal: random.range(1.2, 2),
    horizon: random.range(0.2, 0.4),
  };
  const white = stuff(noise, random.pick([colour("#c4c8c8"), colour("#a9b0b2"), colour("#5d6468")]), {
    size: 0.5,
    rough: 0.06,
    gloss: 0.18,
  });
  const focusM = random.range(1.05, 1.5);
  const depth = paintStage(plate, {
    camera,
    solids: [box(0, 0.86, 1.6, 5, 0.04, 2.2, white), ...glassware(easel, focusM), ...microscope(easel, focusM), ...room(easel, cool, gain)],
    ground: { y: 0, finish: stuff(noise, [0.25, 0.27, 0.28], { gloss: 0.15 }) },
    sky: (_x, _y, _z, out) => {
      out.x = 0.4 * cool[0] * gain;
      out.y = 0.4 * cool[1] * gain;
      out.z = 0.4 * cool[2] * gain;
    },
    sun: {
      direction: { x: random.pick([-0.6, 0.6]), y: 0.7, z: random.range(-0.3, 0.4) },
      light: [cool[0] * 0.9, cool[1] * 0.9, cool[2] * 0.9],
      soft: 0.3,
    },
    above: [0.4 * cool[0] * gain, 0.4 * cool[1] * gain, 0.4 * cool[2] * gain],
    below: [0.16 * gain, 0.17 * gain, 0.18 * gain],
    lamps: [],
    fog: null,
  });
  contactShade(plate, depth, 30, 0.4);
  depthOfField(plate, depth, focusM + 0.05, 17);
  for (let i = 0; i < random.whole(5, 14); i++)
    bokeh(
      plate,
      random.range(0, PLATE_WIDTH),
      random.range(0, PLATE_HEIGHT * 0.42),
      random.range(7, 22),
      scaleLight(
        random.pick([
          [1, 0.8, 0.5],
          [0.5, 0.85, 1],
          [0.5, 1, 0.7],
        ]),
        random.range(0.04, 0.16),
      ),
    );
  bloom(plate, 0.85, 50, 0.35);
  return { exposure: isDim ? 0.55 : 0.05, saturation: 0.82, shadows: [0.94, 1, 1.06], grain: 0.026 };
};

function scaleLight(light: Colour, gain: number): Colour {
  return [light[0] * gain, light[1] * gain, light[2] * gain];
}

/** Glass: clear above its liquid, dark along its edges, a window's streak on one side. */
function glass(liquid: Colour, level: number): Finisher {
  return (s, out) => {
    const facing = Math.abs(s.nz);
    const streak = s.nx > -0.62 && s.nx < -0.44 ? 1 : 0;
    if (s.y < level) tintBy(out, liquid, 0.35 + 0.9 * facing);
    else tintBy(out, [0.5, 0.55, 0.57], 0.3 + 0.55 * facing ** 2);
    out.glowR = streak * 0.55;
    out.glowG = streak * 0.58;
    out.glowB = streak * 0.6;
    out.gloss = 0.1 + 0.4 * (1 - facing) ** 3;
  };
}

function glassware(easel: Easel, focusM: number): Solid[] {
  const { random, noise } = easel;
  const cap = stuff(noise, random.pick([colour("#2f5f8a"), colour("#b23a2f"), colour("#d8d8d4"), colour("#2f2f30")]), { rough: 0.08 });
  return [...vialRack(easel, focusM, cap), ...Array.from({ length: 9 }, () => vessel(easel, focusM, cap)).flat()];
}

function vialRack({ random, noise }: Easel, focusM: number, cap: Finisher): Solid[] {
  const liquid = random.pick(LIQUIDS);
  const rack = stuff(noise, random.pick([colour("#d5d8d8"), colour("#3f6a8a"), colour("#c9a24a")]), { rough: 0.08 });
  const rackX = random.range(-0.22, 0.05);
  const vials = Array.from({ length: 24 }, (_, i) => {
    const x = rackX + ((i % 8) - 3.5) * 0.042;
    const z = focusM + Math.floor(i / 8) * 0.05;
    const fill = glass(random.chance(0.8) ? liquid : random.pick(LIQUIDS), 0.93 + random.range(0, 0.045));
    return random.chance(0.12) ? [] : [post(x, 0.905, z, 0.0125, 0.1, fill), post(x, 1.005, z, 0.0145, 0.022, cap)];
  });
  return [box(rackX, 0.9, focusM + 0.05, 0.38, 0.035, 0.17, rack), ...vials.flat()];
}

/** A flask or a bottle somewhere behind the rack. */
function vessel({ random }: Easel, focusM: number, cap: Finisher): Solid[] {
  const x = random.range(-0.75, 0.75);
  const z = focusM + random.range(0.16, 0.75);
  const wide = random.range(0.03, 0.065);
  const tall = random.range(0.1, 0.22);
  const fill = glass(random.pick(LIQUIDS), 0.9 + tall * random.range(0.2, 0.75));
  if (random.chance(0.45)) return [ball(x, 0.9 + wide, z, wide, fill), post(x, 0.9 + wide * 1.6, z, wide * 0.33, tall, fill)];
  return [post(x, 0.9, z, wide, tall, fill), post(x, 0.9 + tall, z, wide * 0.8, 0.025, cap)];
}

function microscope({ random, noise }: Easel, focusM: number): Solid[] {
  if (random.chance(0.4)) return [];
  const body = stuff(noise, random.pick([colour("#d3d5d2"), colour("#2c2e31")]), { rough: 0.06, gloss: 0.08 });
  const black = stuff(noise, [0.02, 0.02, 0.022], { gloss: 0.15 });
  const x = random.pick([-0.34, 0.36]);
  const z = focusM + 0.1;
  return [
    box(x, 0.9, z, 0.16, 0.04, 0.22, body),
    box(x, 0.93, z + 0.08, 0.06, 0.28, 0.06, body),
    box(x, 1.19, z + 0.02, 0.08, 0.07, 0.2, body),
    post(x, 1.07, z - 0.03, 0.022, 0.13, black),
    post(x - 0.02, 1.05, z - 0.05, 0.012, 0.04, black),
    box(x, 1.02, z - 0.02, 0.13, 0.012, 0.13, black),
    post(x - 0.026, 1.25, z - 0.03, 0.017, 0.08, black),
    post(x + 0.026, 1.25, z - 0.03, 0.017, 0.08, black),
    post(x + 0.05, 1, z + 0.08, 0.03, 0.03, black),
  ];
}

function room({ random, noise }: Easel, cool: Colour, gain: number): Solid[] {
  const wall = stuff(noise, colour("#aeb6b8"), { size: 1, rough: 0.1 });
  const shelf = stuff(noise, colour("#8f9698"), { rough: 0.1 });
  const lamp = shining([cool[0] * 1.6 * gain, cool[1] * 1.6 * gain, cool[2] * 1.6 * gain]);
  const screen = shining(
    random.pick([
      [0.2, 0.5, 0.9],
      [0.25, 0.8, 0.6],
      [0.7, 0.7, 0.8],
    ]),
  );
  const solids = [
    box(0, 0, 7.4, 14, 4, 0.2, wall),
    box(-1.5, 2.9, 5, 1, 0.05, 3, lamp),
    box(2, 2.9, 5, 1, 0.05, 3, lamp),
    box(random.range(-2, 2), 1.1, 5.4, 1, 0.6, 0.06, screen),
    box(0, 0.8, 5.6, 9, 0.1, 1, shelf),
  ];
  for (const y of [1.5, 2, 2.5]) {
    solids.push(box(0, y, 6.8, 9, 0.05, 0.5, shelf));
    for (let i = 0; i < 26; i++)
      solids.push(
        post(
          -4.2 + i * 0.34 + random.range(-0.1, 0.1),
          y + 0.05,
          6.7,
          random.range(0.05, 0.1),
          random.range(0.15, 0.36),
          stuff(noise, random.pick([...LIQUIDS, colour("#d5d5d0")] as [Colour, ...Colour[]]), { rough: 0.1 }),
        ),
      );
  }
  return random.chance(0.6) ? [...solids, ...standing(random, random.range(-1.6, 1.6), 0, random.range(3.6, 5))] : solids;
}
