import type { Camera } from "@/prisma/newsroom/darkroom/camera";
import { contactShade } from "@/prisma/newsroom/darkroom/contact-shade";
import { bloom, depthOfField } from "@/prisma/newsroom/darkroom/lens";
import { type Colour, colour } from "@/prisma/newsroom/darkroom/plate";
import { ball, box, post, type Solid } from "@/prisma/newsroom/darkroom/solids";
import { paintStage } from "@/prisma/newsroom/darkroom/stage";
import type { Finisher } from "@/prisma/newsroom/darkroom/surface";
import { standing } from "./figures";
import { boards, goods, shining, stuff, tintBy } from "./finishes";
import type { Easel, Painter } from "./painter";

const PRODUCE: readonly [readonly [Colour, Colour], ...(readonly [Colour, Colour])[]] = [
  [colour("#a5281c"), colour("#c2562a")],
  [colour("#c98a1f"), colour("#d8b040")],
  [colour("#5c7a2c"), colour("#8fa04a")],
  [colour("#6b2a44"), colour("#45233a")],
  [colour("#c7b98f"), colour("#a08a5c")],
  [colour("#c9651c"), colour("#dd8a2e")],
  [colour("#3a5a2a"), colour("#2c4422")],
];

/** A covered market: crates of produce under lamps, shoppers in the aisle, iron and glass above. */
export const paintMarketHall: Painter = (easel) => {
  const { plate, random, noise } = easel;
  const camera: Camera = {
    x: random.range(-0.5, 0.5),
    y: random.range(1.6, 2.9),
    z: 0,
    yaw: random.range(-0.14, 0.14),
    focal: random.range(0.85, 1.4),
    horizon: random.range(0.36, 0.48),
  };
  const daylight: Colour = random.pick([
    [1.2, 1.25, 1.3],
    [1.5, 1.3, 1],
    [1, 1.15, 1.4],
  ]);
  const lamps = Array.from({ length: 8 }, (_, i) => ({
    x: i % 2 === 0 ? -2.2 : 2.2,
    y: 2.7,
    z: 5 + Math.floor(i / 2) * 5.5,
    light: [3.4, 2.5, 1.3] as const,
  }));
  const depth = paintStage(plate, {
    camera,
    solids: [
      ...hall(easel, daylight),
      ...stalls(easel),
      ...lamps.flatMap((at) => [
        ball(at.x, at.y, at.z, 0.11, shining([6, 4.6, 2.6])),
        post(at.x, at.y, at.z, 0.012, 2, stuff(noise, [0.02, 0.02, 0.02])),
      ]),
      ...shoppers(easel),
    ],
    ground: { y: 0, finish: boards(noise, random.pick([colour("#6d675e"), colour("#59564f"), colour("#7a6a58")]), 0.6, 0.6, 0.16) },
    sky: (_x, _y, _z, out) => {
      out.x = daylight[0] * 0.8;
      out.y = daylight[1] * 0.8;
      out.z = daylight[2] * 0.8;
    },
    sun: {
      direction: { x: random.range(-0.4, 0.4), y: 0.85, z: 0.3 },
      light: [daylight[0] * 0.5, daylight[1] * 0.5, daylight[2] * 0.5],
      soft: 0.4,
    },
    above: [daylight[0] * 0.22, daylight[1] * 0.22, daylight[2] * 0.22],
    below: [0.08, 0.07, 0.06],
    lamps,
    fog: { light: [daylight[0] * 0.42, daylight[1] * 0.4, daylight[2] * 0.36], density: 1 / random.range(60, 130) },
  });
  contactShade(plate, depth, 46, 0.45);
  depthOfField(plate, depth, random.range(5, 9), 40);
  bloom(plate, 0.75, 60, 0.45);
  return { exposure: 0.3, saturation: 0.88, grain: 0.03, vignette: 0.38 };
};

function hall({ noise }: Easel, daylight: Colour): Solid[] {
  const iron = stuff(noise, colour("#34453f"), { rough: 0.2 });
  const glass: Finisher = (s, out) => {
    const bar = Math.abs((s.x / 1.1) % 1) < 0.09 || Math.abs((s.y / 1.3) % 1) < 0.07;
    tintBy(out, [0.04, 0.05, 0.05], 1);
    const light = bar ? 0.12 : 1.3 + noise.at(s.x / 3, s.y / 3) * 0.4;
    out.glowR = daylight[0] * light;
    out.glowG = daylight[1] * light;
    out.glowB = daylight[2] * light;
  };
  const solids = [box(0, 0, 62, 34, 15, 0.4, glass), box(-13, 0, 30, 0.4, 6, 66, iron), box(13, 0, 30, 0.4, 6, 66, iron)];
  for (let i = 0; i < 9; i++) {
    const z = 5 + i * 7;
    solids.push(post(-6.2, 0, z, 0.15, 7, iron), post(6.2, 0, z, 0.15, 7, iron));
    // The arch is built of short bars, as its rivets would have it.
    for (let step = 0; step < 22; step++) {
      const angle = (step / 21) * Math.PI;
      solids.push(box(Math.cos(angle) * 6.2, 7 + Math.sin(angle) * 3.4, z, 1, 0.26, 0.2, iron));
    }
  }
  for (const [x, y] of [
    [-5.4, 8.6],
    [-3, 10],
    [0, 10.4],
    [3, 10],
    [5.4, 8.6],
  ] as const)
    solids.push(box(x, y, 31, 0.14, 0.14, 60, iron));
  const pane = shining([daylight[0] * 0.75, daylight[1] * 0.75, daylight[2] * 0.75]);
  return [...solids, box(-10, 9.5, 30, 5, 0.1, 60, pane), box(10, 9.5, 30, 5, 0.1, 60, pane), box(0, 11.2, 30, 12, 0.1, 60, pane)];
}

function stalls({ random, noise }: Easel): Solid[] {
  const timber = stuff(noise, colour("#7a5a3a"), { size: 0.3, rough: 0.35 });
  const solids: Solid[] = [];
  for (const side of [-1, 1]) {
    for (let i = 0; i < 10; i++) {
      const z = 3.2 + i * 4.6;
      const canvas = awning(random.pick([colour("#8a2f28"), colour("#2f5a48"), colour("#c7bfa8"), colour("#35506e"), colour("#b58a3a")]));
      solids.push(
        box(side * 3.2, 2.75, z, 2.6, 0.05, 4.1, canvas),
        box(side * 1.92, 2.5, z, 0.03, 0.28, 4.1, canvas),
        post(side * 2, 0, z - 2, 0.035, 2.75, timber),
        box(side * 4.6, 0, z, 0.1, 2.7, 4.1, timber),
      );
      for (let crate = 0; crate < 14; crate++) {
        const step = Math.floor(crate / 5);
        const x = side * (1.75 + step * 0.58);
        const at = z - 1.7 + (crate % 5) * 0.82;
        const [main, other] = random.pick(PRODUCE);
        solids.push(
          box(x, 0, at, 0.54, 0.62 + step * 0.2, 0.78, timber),
          box(
            x,
            0.62 + step * 0.2,
            at,
            0.47,
            random.range(0.05, 0.15),
            0.7,
            goods(main, other, random.range(0.06, 0.12), random.whole(1, 999)),
          ),
        );
      }
    }
  }
  return solids;
}

function awning(tint: Colour): Finisher {
  return (s, out) => tintBy(out, Math.floor(s.z / 0.35) % 2 === 0 ? tint : [0.62, 0.6, 0.54], 0.9);
}

function shoppers({ random }: Easel): Solid[] {
  return Array.from({ length: random.whole(7, 15) }, () => standing(random, random.range(-1.2, 1.2), 0, random.range(7, 42))).flat();
}
