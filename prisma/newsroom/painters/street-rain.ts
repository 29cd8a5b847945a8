import type { Camera } from "@/prisma/newsroom/darkroom/camera";
import { project } from "@/prisma/newsroom/darkroom/camera";
import { bloom, bokeh, depthOfField } from "@/prisma/newsroom/darkroom/lens";
import { type Colour, colour, PLATE_HEIGHT, PLATE_WIDTH } from "@/prisma/newsroom/darkroom/plate";
import { ball, box, post, type Solid } from "@/prisma/newsroom/darkroom/solids";
import { paintStage } from "@/prisma/newsroom/darkroom/stage";
import type { Lamp } from "@/prisma/newsroom/darkroom/stage-parts";
import type { Finisher } from "@/prisma/newsroom/darkroom/surface";
import { laySvg } from "@/prisma/newsroom/darkroom/svg-layer";
import { standing, umbrella } from "./figures";
import { facade, shining, stuff, wetStone } from "./finishes";
import type { Easel, Painter } from "./painter";

/** A street in the rain at nightfall: lamps and headlights drawn long on wet stone, walkers under umbrellas. */
export const paintStreetRain: Painter = async (easel) => {
  const { plate, random, noise } = easel;
  const isNight = random.chance(0.6);
  const air = isNight ? colour("#2b2f3b", 0.6) : random.pick([colour("#6c7884"), colour("#7d8189")]);
  const camera: Camera = {
    x: random.range(-2.4, 2.4),
    y: random.range(1.2, 2.6),
    z: 0,
    yaw: random.range(-0.1, 0.1),
    focal: random.range(1, 1.7),
    horizon: random.range(0.42, 0.56),
  };
  const lampLight = random.pick([
    [7, 4.4, 1.9],
    [6, 5.4, 4],
  ] as const);
  const lampAt = Array.from({ length: 14 }, (_, i) => ({
    x: i % 2 === 0 ? -5.6 : 5.6,
    y: 5.4,
    z: 10 + Math.floor(i / 2) * 15 + random.range(-2, 2),
  }));
  const lamps: Lamp[] = lampAt.slice(0, 6).map((at) => ({ ...at, light: [lampLight[0] * 2.2, lampLight[1] * 2.2, lampLight[2] * 2.2] }));
  const cars = carsOf(easel);
  const wet = wetStone(noise, colour("#3a3b3d"));
  const depth = paintStage(plate, {
    camera,
    solids: [
      ...houses(easel, isNight),
      ...lampAt.flatMap((at) => [
        post(at.x, 0, at.z, 0.07, 5.4, stuff(noise, [0.02, 0.02, 0.02])),
        ball(at.x, at.y, at.z, 0.24, shining(lampLight)),
      ]),
      ...cars,
      ...walkers(easel),
    ],
    ground: { y: 0, finish: wet },
    sky: (_x, y, _z, out) => {
      const share = 1 - Math.min(0.5, Math.max(0, y));
      out.x = air[0] * share;
      out.y = air[1] * share;
      out.z = air[2] * share;
    },
    sun: null,
    above: isNight ? [0.05, 0.055, 0.07] : [0.3, 0.33, 0.38],
    below: isNight ? [0.04, 0.03, 0.02] : [0.12, 0.12, 0.12],
    lamps,
    fog: { light: air, density: isNight ? 1 / 150 : 1 / 95 },
  });
  depthOfField(plate, depth, 16, 34);
  for (const at of lampAt.slice(4)) {
    const seen = project(camera, at.x, at.y, at.z);
    if (seen.depth > 0) bokeh(plate, seen.px, seen.py, 220 / seen.depth + 4, [lampLight[0] * 0.1, lampLight[1] * 0.1, lampLight[2] * 0.1]);
  }
  await laySvg(plate, rain(easel), { blur: 0.6 });
  bloom(plate, 0.6, 46, 0.38);
  return { exposure: isNight ? 0.75 : 0.2, saturation: 0.82, grain: 0.034, vignette: 0.35 };
};

function houses(easel: Easel, isNight: boolean): Solid[] {
  const { random, noise } = easel;
  const solids: Solid[] = [];
  for (const side of [-1, 1]) {
    for (let z = -6; z < 190; ) {
      const wide = random.range(9, 19);
      const skin = facade(noise, {
        wall: random.pick([colour("#6d5a4b"), colour("#77726a"), colour("#5a5350"), colour("#84745f")]),
        glass: [0.03, 0.04, 0.05],
        cellW: random.range(2, 3.2),
        cellH: random.range(3.2, 3.8),
        lit: isNight ? 0.3 : 0.16,
        warm: [1.3, 0.8, 0.36],
        cool: [0.8, 0.95, 1.05],
        salt: random.whole(1, 999),
        gloss: 0.2,
      });
      solids.push(box(side * 14.5, 0, z + wide / 2, 12, random.range(11, 22), wide - 0.2, skin));
      const light = random.pick([
        [1.6, 1, 0.45],
        [1.3, 1.2, 1],
        [0.5, 0.9, 1.1],
        [1.5, 0.5, 0.35],
      ] as const);
      if (random.chance(0.7)) solids.push(box(side * 8.5, 0.5, z + wide / 2, 0.3, 2.4, wide * 0.62, shopWindow(easel, light)));
      solids.push(
        box(
          side * 7.9,
          3.1,
          z + wide / 2,
          1.4,
          0.14,
          wide * 0.7,
          stuff(
            noise,
            random.pick([
              [0.12, 0.02, 0.02],
              [0.03, 0.06, 0.04],
              [0.04, 0.04, 0.05],
            ]),
          ),
        ),
      );
      z += wide;
    }
  }
  return solids;
}

/** Lit glass with bars, shelves and things standing before the light. */
function shopWindow({ noise }: Easel, light: Colour): Finisher {
  return (s, out) => {
    const bar = Math.abs((s.z / 1.5) % 1) < 0.045 || s.y > 2.72 || s.y < 0.62 ? 0.06 : 1;
    const goods = s.y < 1.5 + noise.at(s.z * 1.7, 3) * 0.5 ? 0.3 + Math.max(0, noise.fbm(s.z * 3, s.y * 4, 3)) * 1.5 : 0.85;
    const tone = bar * goods * (0.75 + noise.fbm(s.z * 0.9, s.y * 0.7, 3) * 0.8);
    out.glowR = light[0] * tone;
    out.glowG = light[1] * tone;
    out.glowB = light[2] * tone;
  };
}

function carsOf({ random, noise }: Easel): Solid[] {
  return Array.from({ length: 5 }, (_, i) => {
    const z = 26 + i * random.range(11, 17);
    const comes = i % 2 === 0;
    const x = comes ? 2.2 : -2.2;
    const paint = stuff(
      noise,
      random.pick([
        [0.02, 0.02, 0.025],
        [0.15, 0.15, 0.16],
        [0.1, 0.015, 0.015],
        [0.02, 0.03, 0.06],
      ]),
      { gloss: 0.25, rough: 0.1 },
    );
    const light = shining(comes ? [9, 8.4, 7] : [4, 0.25, 0.15]);
    return [
      box(x, 0.35, z, 1.75, 0.6, 4.2, paint),
      box(x, 0.9, z + 0.2, 1.45, 0.55, 2.2, paint),
      ball(x - 0.62, 0.68, z - 2.1, 0.14, light),
      ball(x + 0.62, 0.68, z - 2.1, 0.14, light),
    ];
  }).flat();
}

function walkers({ random }: Easel): Solid[] {
  return Array.from({ length: random.whole(6, 12) }, () => {
    const x = random.chance(0.75) ? random.pick([-1, 1]) * random.range(3.4, 6.4) : random.range(-3, 3);
    const z = random.range(11, 38);
    return [...standing(random, x, 0, z), ...(random.chance(0.75) ? umbrella(random, x, 0, z) : [])];
  }).flat();
}

function rain({ random }: Easel): string {
  const slant = random.range(-8, 8);
  return Array.from({ length: 330 }, () => {
    const x = random.range(0, PLATE_WIDTH);
    const y = random.range(-30, PLATE_HEIGHT);
    const long = random.range(10, 42);
    return `<path d="M${x.toFixed(1)} ${y.toFixed(1)}l${((slant * long) / 40).toFixed(1)} ${long.toFixed(1)}" stroke="#cfd6de" stroke-opacity="${random.range(0.04, 0.2).toFixed(2)}" stroke-width="${random.range(0.5, 1.4).toFixed(1)}"/>`;
  }).join("");
}
