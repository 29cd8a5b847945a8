import { type Camera, project } from "@/prisma/newsroom/darkroom/camera";
import { contactShade } from "@/prisma/newsroom/darkroom/contact-shade";
import { bloom, depthOfField } from "@/prisma/newsroom/darkroom/lens";
import { type Colour, colour, mix, smoothstep } from "@/prisma/newsroom/darkroom/plate";
import { ball, box, post, type Solid } from "@/prisma/newsroom/darkroom/solids";
import { paintStage } from "@/prisma/newsroom/darkroom/stage";
import type { Finisher } from "@/prisma/newsroom/darkroom/surface";
import { laySvg } from "@/prisma/newsroom/darkroom/svg-layer";
import { standing } from "./figures";
import { boards, facade, shining, stuff, tintBy } from "./finishes";
import type { Easel, Painter } from "./painter";
import { chooseWeather } from "./weather";

const TRACKS = [-6.5, -2, 2.5, 7];

/** Tracks running to a point: ballast, rails that catch the sky, gantries and wires, a train, people on a platform. */
export const paintRailway: Painter = async (easel) => {
  const { plate, random, noise } = easel;
  const hour = random.pick(["overcast", "dawn", "dusk", "storm", "day"]);
  const weather = chooseWeather(random, noise, hour, random.range(-1.2, 1.2));
  const camera: Camera = {
    x: random.range(-3, 5),
    y: random.range(1.7, 5.5),
    z: 0,
    yaw: random.range(-0.07, 0.07),
    focal: random.range(0.9, 1.8),
    horizon: random.range(0.42, 0.58),
  };
  const haze = mix(weather.haze, weather.above, 0.3);
  const density = 1 / random.range(220, 700);
  const depth = paintStage(plate, {
    camera,
    solids: [...rails(easel), ...gantries(easel), ...train(easel), ...platform(easel), ...surroundings(easel)],
    ground: { y: 0, finish: ballast(easel) },
    sky: weather.sky,
    sun: hour === "overcast" || hour === "storm" ? null : { direction: weather.sun, light: weather.sunLight, soft: 0.015 },
    above: weather.above,
    below: weather.below,
    lamps: [],
    fog: { light: haze, density },
  });
  contactShade(plate, depth, 40, 0.4);
  await laySvg(plate, wires(camera), { haze: { colour: haze, share: 0.35 }, blur: 0.4 });
  depthOfField(plate, depth, 22, 50);
  bloom(plate, 0.8, 60, 0.4);
  return { exposure: hour === "dusk" || hour === "storm" ? 0.65 : 0.2, saturation: 0.76 };
};

function ballast({ noise }: Easel): Finisher {
  return (s, out) => {
    const near = smoothstep(60, 5, s.distance);
    const stones = 1 + noise.fbm(s.x / 0.16, s.z / 0.16, 3) * 1.3 * near + noise.fbm(s.x / 3, s.z / 9, 3) * 0.4;
    const off = Math.min(...TRACKS.map((track) => Math.abs(s.x - track)));
    const sleeper = off < 1.25 && Math.abs(s.z) % 0.65 < 0.26;
    const stain = 1 - 0.4 * smoothstep(0.9, 0.2, off);
    if (Math.abs(s.x) > 11) tintBy(out, [0.09, 0.1, 0.055], stones);
    else if (sleeper && s.distance < 90) tintBy(out, [0.2, 0.19, 0.17], (0.8 + noise.at(s.x * 3, s.z) * 0.3) * stain);
    else tintBy(out, [0.17, 0.15, 0.13], stones * stain);
  };
}

function rails({ noise }: Easel): Solid[] {
  const steel = stuff(noise, [0.2, 0.18, 0.16], { gloss: 0.55, rough: 0.2 });
  return TRACKS.flatMap((track) => [-0.72, 0.72].map((side) => box(track + side, 0.02, 400, 0.075, 0.16, 800, steel)));
}

function gantries({ random, noise }: Easel): Solid[] {
  const steel = stuff(noise, colour("#4d5254"), { rough: 0.3 });
  const lamp = random.pick([shining([3.5, 0.3, 0.2]), shining([0.3, 2.8, 0.9]), shining([3.4, 2.2, 0.3])]);
  return Array.from({ length: 9 }, (_, i) => {
    const z = 16 + i * 30;
    return [
      post(-9.6, 0, z, 0.16, 8, steel),
      post(10, 0, z, 0.16, 8, steel),
      box(0.2, 7.4, z, 19.8, 0.3, 0.3, steel),
      box(0.2, 6.8, z, 19.8, 0.1, 0.1, steel),
      ...TRACKS.map((track) => box(track, 5.7, z, 0.08, 1.2, 0.08, steel)),
      ...(i % 2 === 0 ? [box(-4.2, 4.3, z, 0.4, 1.2, 0.2, stuff(noise, [0.01, 0.01, 0.01])), ball(-4.2, 4.9, z - 0.14, 0.1, lamp)] : []),
    ];
  }).flat();
}

function train({ random, noise }: Easel): Solid[] {
  const track = random.pick([-2, 2.5, 7]);
  const z = random.range(13, 42);
  const paint: Colour = random.pick([colour("#8e2f2b"), colour("#2d4d6e"), colour("#b8b2a4"), colour("#3f6350"), colour("#6d7175")]);
  const skin = facade(noise, {
    wall: paint,
    glass: [0.03, 0.04, 0.05],
    cellW: 2.1,
    cellH: 3.6,
    lit: 0.5,
    warm: [0.9, 0.75, 0.5],
    cool: [0.8, 0.85, 0.9],
    salt: 3,
    gloss: 0.3,
  });
  const nose = stuff(noise, paint, { size: 2, rough: 0.12, gloss: 0.08 });
  const dark = stuff(noise, [0.015, 0.018, 0.02], { gloss: 0.35 });
  const light = shining([7, 6.6, 5.6]);
  return [
    box(track, 0.9, z + 81, 2.8, 2.9, 160, skin),
    box(track, 0.9, z, 2.8, 2.95, 2, nose),
    box(track, 2.35, z - 0.96, 2.3, 1, 0.14, dark),
    box(track, 0.35, z, 2.5, 0.6, 2, dark),
    ball(track - 0.95, 1.45, z - 1, 0.15, light),
    ball(track + 0.95, 1.45, z - 1, 0.15, light),
    ball(track, 3.55, z - 0.95, 0.11, light),
    box(track, 3.8, z + 60, 2.2, 0.35, 110, dark),
  ];
}

function platform(easel: Easel): Solid[] {
  const { random, noise } = easel;
  if (random.chance(0.25)) return [];
  const slab = boards(noise, colour("#8b867d"), 1.2, 1.2, 0.06);
  const roof = stuff(noise, colour("#3f4446"), { size: 2 });
  const people = Array.from({ length: random.whole(5, 12) }, () =>
    standing(random, -random.range(11, 14.5), 1, random.range(9, 60)),
  ).flat();
  return [
    box(-14, 0, 110, 9.2, 1, 220, slab),
    box(-9.55, 1, 110, 0.25, 0.02, 220, stuff(noise, [0.7, 0.65, 0.5])),
    box(-14.4, 5.2, 90, 7, 0.3, 130, roof),
    ...Array.from({ length: 9 }, (_, i) => post(-14.4, 1, 26 + i * 15, 0.12, 4.2, roof)),
    ...people,
  ];
}

function surroundings({ random, noise }: Easel): Solid[] {
  return Array.from({ length: 40 }, (_, i) => {
    const side = i % 2 === 0 ? -1 : 1;
    const wall = facade(noise, {
      wall: random.pick([colour("#77604f"), colour("#7d7b76"), colour("#5f5a54")]),
      glass: [0.05, 0.06, 0.07],
      cellW: 2.6,
      cellH: 3.4,
      lit: 0.08,
      warm: [1, 0.7, 0.4],
      cool: [0.8, 0.9, 1],
      salt: i,
      gloss: 0.1,
    });
    return box(side * random.range(24, 70), 0, 30 + i * 14, random.range(10, 26), random.range(5, 26), random.range(12, 24), wall);
  });
}

function wires(camera: Camera): string {
  return TRACKS.flatMap((track) =>
    [5.6, 6.6].map((y) => {
      const spans = Array.from({ length: 30 }, (_, i) => {
        const z = 2 + i * 7.5;
        const sag = y > 6 ? Math.sin((((z - 16) % 30) / 30) * Math.PI) ** 2 * 0.5 : 0;
        return project(camera, track, y - sag, z);
      }).filter((at) => at.depth > 0.5);
      return `<polyline points="${spans.map((at) => `${at.px.toFixed(1)},${at.py.toFixed(1)}`).join(" ")}" fill="none" stroke="#15171a" stroke-width="1.1"/>`;
    }),
  ).join("");
}
