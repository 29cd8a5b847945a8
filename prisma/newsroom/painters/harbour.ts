import type { Camera } from "@/prisma/newsroom/darkroom/camera";
import { contactShade } from "@/prisma/newsroom/darkroom/contact-shade";
import { bloom } from "@/prisma/newsroom/darkroom/lens";
import { type Colour, colour, mix } from "@/prisma/newsroom/darkroom/plate";
import type { SeededRandom } from "@/prisma/newsroom/darkroom/seeded-random";
import { ball, box, type Solid } from "@/prisma/newsroom/darkroom/solids";
import { paintStage } from "@/prisma/newsroom/darkroom/stage";
import type { Finisher } from "@/prisma/newsroom/darkroom/surface";
import { shining, stuff, water } from "./finishes";
import type { Easel, Painter } from "./painter";
import { chooseWeather } from "./weather";

const BOXES: readonly [Colour, ...Colour[]] = [
  colour("#7d3b2e"),
  colour("#2f4a5e"),
  colour("#5f665c"),
  colour("#8d8a80"),
  colour("#8a5a2c"),
  colour("#30503f"),
  colour("#4b4650"),
];

/** A container quay across the water: cranes, stacks, a ship alongside, a town pale behind. */
export const paintHarbour: Painter = (easel) => {
  const { plate, random, noise } = easel;
  const hour = random.pick(["dawn", "overcast", "dusk", "day", "storm", "dawn"]);
  const weather = chooseWeather(random, noise, hour, random.range(-1.4, 1.4));
  const camera: Camera = {
    x: random.range(-40, 40),
    y: random.range(4, 26),
    z: 0,
    yaw: random.range(-0.28, 0.28),
    focal: random.range(1, 1.8),
    horizon: random.range(0.42, 0.62),
  };
  const quay = random.range(150, 260);
  const depth = paintStage(plate, {
    camera,
    solids: [
      ...quayside(easel, quay),
      ...(random.chance(0.75) ? ship(easel, random.range(-90, 60), quay - 24) : []),
      ...town(easel),
      ...boats(easel, quay),
    ],
    ground: {
      y: 0,
      finish: water(noise, colour("#20363d", 0.55), random.range(0.8, 1.8), hour === "storm" ? 0.26 : random.range(0.08, 0.18)),
    },
    sky: weather.sky,
    sun: hour === "overcast" ? null : { direction: weather.sun, light: weather.sunLight, soft: 0 },
    above: weather.above,
    below: weather.below,
    lamps: [],
    fog: { light: mix(weather.haze, weather.above, 0.3), density: 1 / random.range(450, 1_500) },
  });
  contactShade(plate, depth, 50, 0.3);
  bloom(plate, 0.85, 70, 0.3);
  return { exposure: hour === "dusk" || hour === "storm" ? 0.6 : 0.2, saturation: 0.78 };
};

function quayside({ random, noise }: Easel, quay: number): Solid[] {
  const solids: Solid[] = [box(0, 0, quay + 60, 1_400, 3, 120, stuff(noise, colour("#6a665e"), { size: 4, rough: 0.4 }))];
  const paint = stuff(noise, random.pick([colour("#6e7f8a"), colour("#8a4a35"), colour("#9a9489"), colour("#3f5d7a")]), {
    size: 5,
    rough: 0.3,
  });
  const cranes = random.whole(3, 5);
  for (let i = 0; i < cranes; i++) solids.push(...crane(random, -150 + i * random.range(58, 86), quay + 12, paint));
  for (let i = 0; i < 46; i++) {
    const x = -330 + i * 14.5;
    const high = random.whole(1, 5);
    for (let level = 0; level < high; level++)
      solids.push(
        box(x, 3 + level * 2.6, quay + random.range(46, 60), 12.2, 2.55, 9, stuff(noise, random.pick(BOXES), { size: 3, rough: 0.35 })),
      );
  }
  for (let i = 0; i < 12; i++) solids.push(ball(-300 + i * 52, 17, quay + 44, 0.5, shining([3, 2.6, 1.9])));
  return solids;
}

/** A ship-to-shore gantry: four legs, a portal, a boom over the water or raised. */
function crane(random: SeededRandom, x: number, z: number, paint: Finisher): Solid[] {
  const tall = random.range(44, 54);
  const isRaised = random.chance(0.3);
  const legs = [-10, 10].flatMap((dx) => [0, 24].map((dz) => box(x + dx, 3, z + dz, 1.6, tall, 1.6, paint)));
  const ties = [10, 22, tall - 2].flatMap((y) => [box(x, y, z, 20, 1.3, 1.2, paint), box(x, y, z + 24, 20, 1.3, 1.2, paint)]);
  const sides = [-10, 10].flatMap((dx) => [box(x + dx, 12, z + 12, 1, 1.2, 24, paint), box(x + dx, tall, z + 12, 1.2, 1.8, 24, paint)]);
  const mast = [box(x - 4, tall, z, 1, 17, 1, paint), box(x + 4, tall, z, 1, 17, 1, paint), box(x, tall + 16, z, 9, 1, 1, paint)];
  const boom = isRaised
    ? [box(x - 3, tall, z - 2, 1.2, 46, 1.4, paint), box(x + 3, tall, z - 2, 1.2, 46, 1.4, paint)]
    : [box(x - 3, tall + 1, z - 24, 1.2, 2, 62, paint), box(x + 3, tall + 1, z - 24, 1.2, 2, 62, paint)];
  const house = [box(x, tall + 2, z + 20, 9, 5.5, 10, paint), box(x, tall - 4, z - (isRaised ? 2 : random.range(6, 34)), 3, 3, 3, paint)];
  return [...legs, ...ties, ...sides, ...mast, ...boom, ...house];
}

function ship({ random, noise }: Easel, x: number, z: number): Solid[] {
  const hull = stuff(noise, random.pick([colour("#1f2a38"), colour("#5c221c"), colour("#26332f"), colour("#2b2b2e")]), {
    size: 6,
    rough: 0.3,
  });
  const red = stuff(noise, colour("#6d2a22"), { size: 6, rough: 0.3 });
  const white = stuff(noise, colour("#c9c7c0"), { size: 4, rough: 0.15 });
  const solids = [
    box(x, 1.6, z, 176, 9.5, 24, hull),
    box(x, 0, z, 174, 1.8, 23, red),
    box(x + 62, 11, z, 12, 17, 20, white),
    box(x + 62, 26, z, 15, 3, 24, white),
    box(x + 70, 28, z, 4, 7, 5, red),
  ];
  for (let i = 0; i < 10; i++) {
    const high = random.whole(1, 5);
    for (let level = 0; level < high; level++)
      solids.push(box(x - 76 + i * 13, 11 + level * 2.6, z, 12.2, 2.55, 20, stuff(noise, random.pick(BOXES), { size: 3, rough: 0.3 })));
  }
  return solids;
}

function town({ random, noise }: Easel): Solid[] {
  const pale = stuff(noise, colour("#7d7f80"), { size: 14, rough: 0.3 });
  return Array.from({ length: 90 }, (_, i) =>
    box(-900 + i * 21 + random.range(-16, 16), 0, random.range(640, 980), random.range(22, 60), 8 + random.next() ** 4 * 80, 30, pale),
  );
}

function boats({ random, noise }: Easel, quay: number): Solid[] {
  return Array.from({ length: random.whole(0, 3) }, () => {
    const x = random.range(-70, 70);
    const z = random.range(quay * 0.35, quay * 0.75);
    return [
      box(x, 0.2, z, 9, 1.3, 3, stuff(noise, colour("#33475a"))),
      box(x + 1.4, 1.5, z, 3, 1.9, 2.2, stuff(noise, colour("#cfcabd"))),
      box(x + 1.4, 3.4, z, 0.15, 3.4, 0.15, stuff(noise, colour("#3a3a3a"))),
    ];
  }).flat();
}
