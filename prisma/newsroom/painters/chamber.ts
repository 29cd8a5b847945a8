import type { Camera } from "@/prisma/newsroom/darkroom/camera";
import { contactShade } from "@/prisma/newsroom/darkroom/contact-shade";
import { bloom, depthOfField } from "@/prisma/newsroom/darkroom/lens";
import { type Colour, colour } from "@/prisma/newsroom/darkroom/plate";
import { ball, box, post, type Solid } from "@/prisma/newsroom/darkroom/solids";
import { paintStage } from "@/prisma/newsroom/darkroom/stage";
import type { Finisher } from "@/prisma/newsroom/darkroom/surface";
import { seated, standing } from "./figures";
import { boards, shining, stuff, tintBy } from "./finishes";
import type { Easel, Painter } from "./painter";

type Room = { wood: Finisher; leather: Finisher; stone: Finisher };

/** A house of debate: benches rising on both sides to a chair under tall windows, members in their places. */
export const paintChamber: Painter = (easel) => {
  const { plate, random, noise } = easel;
  const room: Room = {
    wood: panelling(easel, random.pick([colour("#5a3a22"), colour("#6b4a2e"), colour("#4a3426"), colour("#8a6a48")])),
    leather: stuff(noise, random.pick([colour("#23402f"), colour("#5c1f22"), colour("#27364f"), colour("#6a4a2f")]), {
      size: 0.3,
      rough: 0.3,
      gloss: 0.05,
    }),
    stone: stuff(noise, random.pick([colour("#b3a88f"), colour("#a7a39a"), colour("#c2b59a")]), { size: 1.4, rough: 0.2 }),
  };
  const camera: Camera = {
    x: random.range(-1.8, 1.8),
    y: random.range(2.4, 6),
    z: random.range(-1, 2),
    yaw: random.range(-0.16, 0.16),
    focal: random.range(0.75, 1.25),
    horizon: random.range(0.36, 0.5),
  };
  const daylight: Colour = random.pick([
    [1.4, 1.3, 1.1],
    [1.1, 1.25, 1.5],
    [1.7, 1.3, 0.85],
  ]);
  const lamps = [8, 15, 22].map((z) => ({ x: 0, y: 7.6, z, light: [13, 9.6, 5.6] as const }));
  const depth = paintStage(plate, {
    camera,
    solids: [
      ...hall(easel, room, daylight),
      ...benches(easel, room),
      ...chair(easel, room),
      ...lamps.flatMap((at) => chandelier(at.z, at.y)),
    ],
    ground: {
      y: 0,
      finish: boards(noise, random.pick([colour("#5b2b28"), colour("#3c4a3a"), colour("#6d5a42"), colour("#3a4258")]), 1.1, 1.1, 0.04),
    },
    sky: (_x, _y, _z, out) => {
      out.x = 0.1;
      out.y = 0.09;
      out.z = 0.07;
    },
    sun: random.chance(0.7)
      ? {
          direction: { x: random.pick([-0.62, 0.62]), y: 0.62, z: 0.2 },
          light: [daylight[0] * 0.8, daylight[1] * 0.8, daylight[2] * 0.8],
          soft: 0.12,
        }
      : null,
    above: [0.24, 0.22, 0.19],
    below: [0.1, 0.08, 0.06],
    lamps,
    fog: { light: [0.3, 0.26, 0.2], density: 1 / 190 },
  });
  contactShade(plate, depth, 46, 0.5);
  depthOfField(plate, depth, 14, 46);
  bloom(plate, 0.75, 60, 0.4);
  return { exposure: 0.5, saturation: 0.82, grain: 0.03, vignette: 0.4 };
};

function panelling({ noise }: Easel, tint: Colour): Finisher {
  return (s, out) => {
    const along = (Math.abs(s.nx) > 0.5 ? s.z : s.x) / 0.9;
    const up = s.y / 1.3;
    const edge = Math.min(Math.abs(along - Math.round(along)) * 0.9, Math.abs(up - Math.round(up)) * 1.3);
    const groove = edge < 0.05 ? 0.55 : edge < 0.08 ? 1.25 : 1;
    tintBy(out, tint, groove * (1 + noise.fbm(along * 3, s.y * 0.7 + s.z * 0.2, 3) * 0.5));
    out.gloss = 0.05;
  };
}

function hall({ random, noise }: Easel, room: Room, daylight: Colour): Solid[] {
  const pane: Finisher = (s, out) => {
    const bars = Math.abs(((s.x + s.z) / 0.5) % 1) < 0.1 || Math.abs((s.y / 0.7) % 1) < 0.08;
    const light = bars ? 0.08 : 1 + noise.at(s.x + s.z, s.y) * 0.3;
    out.glowR = daylight[0] * light * 1.4;
    out.glowG = daylight[1] * light * 1.4;
    out.glowB = daylight[2] * light * 1.4;
  };
  const tall = random.range(10, 13);
  const walls = [
    box(0, 0, 31, 30, tall, 1, room.stone),
    box(-13, 0, 14, 1, tall, 40, room.stone),
    box(13, 0, 14, 1, tall, 40, room.stone),
    box(0, tall, 14, 30, 0.6, 40, room.wood),
  ];
  const lining = [
    box(0, 0, 30.4, 26, 4.2, 0.4, room.wood),
    box(-12.4, 0, 14, 0.4, 4.6, 36, room.wood),
    box(12.4, 0, 14, 0.4, 4.6, 36, room.wood),
  ];
  const ribs = Array.from({ length: 7 }, (_, i) => box(0, tall - 0.7, 2 + i * 4.6, 26, 0.7, 0.5, room.wood));
  const panes = [-8.4, -4.2, 0, 4.2, 8.4].map((x) => box(x, 5.4, 30.45, 2, tall - 6.6, 0.2, pane));
  const sidePanes = [-12.45, 12.45].flatMap((x) => Array.from({ length: 6 }, (_, i) => box(x, 5.6, 3 + i * 4.6, 0.2, tall - 7, 2, pane)));
  const columns = [-10.6, -6.3, -2.1, 2.1, 6.3, 10.6].map((x) => post(x, 4.2, 29.7, 0.34, tall - 4.2, room.stone));
  return [...walls, ...lining, ...ribs, ...panes, ...sidePanes, ...columns];
}

function benches({ random }: Easel, room: Room): Solid[] {
  const solids: Solid[] = [];
  const full = random.range(0.35, 0.9);
  for (const side of [-1, 1]) {
    for (let row = 0; row < 5; row++) {
      const x = side * (3.2 + row * 1.65);
      const y = row * 0.48;
      solids.push(
        box(x, 0, 15.5, 1.65, y + 0.06, 23, room.wood),
        box(x + side * 0.35, y, 15.5, 0.75, 0.46, 22.6, room.leather),
        box(x + side * 0.76, y, 15.5, 0.14, 1.05, 22.6, room.leather),
        box(x - side * 0.5, y, 15.5, 0.12, 0.82, 22.6, room.wood),
      );
      for (let seat = 0; seat < 18; seat++)
        if (random.chance(full)) solids.push(...seated(random, x + side * 0.3, y + 0.46, 5 + seat * 1.22 + random.range(-0.2, 0.2)));
    }
  }
  return solids;
}

function chair({ random, noise }: Easel, room: Room): Solid[] {
  const papers = stuff(noise, [0.75, 0.73, 0.68]);
  const table = [
    box(0, 0, 17, 2.1, 0.85, 6, room.wood),
    box(0, 0.85, 17, 1.9, 0.03, 5.8, room.leather),
    ...Array.from({ length: 9 }, () =>
      box(random.range(-0.7, 0.7), 0.88, random.range(14.4, 19.6), 0.26, random.range(0.01, 0.09), 0.34, papers),
    ),
  ];
  const dais = [
    box(0, 0, 27, 6.4, 0.5, 5, room.wood),
    box(0, 0.5, 27.6, 4, 0.5, 3, room.wood),
    box(0, 1, 28.8, 1.7, 3.4, 0.3, room.wood),
    box(0, 1, 28.2, 1.2, 0.6, 0.9, room.leather),
    box(0, 1, 26.6, 3, 0.9, 0.5, room.wood),
  ];
  return [
    ...table,
    ...dais,
    ...seated(random, 0, 1.6, 28.1),
    ...(random.chance(0.7) ? standing(random, random.pick([-1.7, 1.7]), 0, random.range(10, 15)) : []),
  ];
}

function chandelier(z: number, y: number): Solid[] {
  const candle = shining([4, 2.9, 1.6]);
  const brass: Finisher = (_s, out) => tintBy(out, [0.25, 0.17, 0.07], 1);
  return [
    post(0, y + 0.2, z, 0.03, 4, brass),
    post(0, y - 0.1, z, 0.8, 0.06, brass),
    ...Array.from({ length: 10 }, (_, i) =>
      ball(Math.cos((i / 5) * Math.PI) * 0.8, y + 0.12, z + Math.sin((i / 5) * Math.PI) * 0.8, 0.09, candle),
    ),
  ];
}
