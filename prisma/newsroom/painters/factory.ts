import { type Camera, project } from "@/prisma/newsroom/darkroom/camera";
import { contactShade } from "@/prisma/newsroom/darkroom/contact-shade";
import { bloom, depthOfField, glow } from "@/prisma/newsroom/darkroom/lens";
import { type Colour, colour } from "@/prisma/newsroom/darkroom/plate";
import { ball, box, post, type Solid } from "@/prisma/newsroom/darkroom/solids";
import { paintStage } from "@/prisma/newsroom/darkroom/stage";
import { laySvg } from "@/prisma/newsroom/darkroom/svg-layer";
import { standing } from "./figures";
import { boards, shining, stuff } from "./finishes";
import type { Easel, Painter } from "./painter";

/** A works: a long hall under strip lights or roof glass, machines in line, a few people, at times sparks; or a clean room, all white. */
export const paintFactory: Painter = async (easel) => {
  const { plate, random, noise } = easel;
  const isClean = random.chance(0.35);
  const camera: Camera = {
    x: random.range(-3.4, 3.4),
    y: random.range(1.7, 4.8),
    z: 0,
    yaw: random.range(-0.13, 0.13),
    focal: random.range(0.8, 1.4),
    horizon: random.range(0.42, 0.56),
  };
  const light: Colour = isClean
    ? random.pick([
        [1.5, 1.55, 1.6],
        [1.65, 1.4, 0.75],
      ])
    : random.pick([
        [1.5, 1.4, 1.15],
        [1.2, 1.4, 1.6],
        [1.7, 1.25, 0.8],
      ]);
  const floor = boards(
    noise,
    isClean ? colour("#9aa0a3") : random.pick([colour("#5d5f5c"), colour("#4f5a55"), colour("#6a6258")]),
    3,
    3,
    isClean ? 0.28 : 0.2,
  );
  const share = isClean ? 0.5 : 0.24;
  const depth = paintStage(plate, {
    camera,
    solids: [
      ...hall(easel, light, isClean),
      ...machines(easel, isClean),
      ...(isClean ? [] : pipes(easel)),
      ...Array.from({ length: random.whole(2, 6) }, () => standing(random, random.range(-3, 3), 0, random.range(9, 40))).flat(),
    ],
    ground: { y: 0, finish: floor },
    sky: (_x, _y, _z, out) => {
      out.x = light[0] * 0.2;
      out.y = light[1] * 0.2;
      out.z = light[2] * 0.2;
    },
    sun: { direction: { x: 0.25, y: 0.95, z: -0.15 }, light: [light[0] * 0.42, light[1] * 0.42, light[2] * 0.42], soft: 0.6 },
    above: [light[0] * share, light[1] * share, light[2] * share],
    below: [light[0] * share * 0.4, light[1] * share * 0.4, light[2] * share * 0.4],
    lamps: [],
    fog: { light: [light[0] * 0.24, light[1] * 0.24, light[2] * 0.24], density: 1 / random.range(170, 420) },
  });
  contactShade(plate, depth, 46, 0.5);
  depthOfField(plate, depth, 13, 60);
  if (!isClean && random.chance(0.55)) await sparks(easel, camera);
  bloom(plate, 0.75, 60, 0.45);
  return { exposure: 0.35, saturation: 0.78, grain: 0.03, vignette: 0.36 };
};

/** The hall's shell: its ceiling lights are roof glass or tubes, its columns march with the machines. */
function hall({ random, noise }: Easel, light: Colour, isClean: boolean): Solid[] {
  const tall = isClean ? 4.6 : random.range(8, 11);
  const wall = stuff(noise, isClean ? colour("#b9bec0") : colour("#62615c"), { size: 2.4, rough: 0.35 });
  const steel = stuff(noise, isClean ? colour("#a9afb2") : random.pick([colour("#4a5054"), colour("#5c4a3a"), colour("#3f4f4a")]), {
    size: 1,
    rough: 0.25,
  });
  const lamp = shining([light[0] * 1.5, light[1] * 1.5, light[2] * 1.5]);
  const solids = [
    box(-13, 0, 50, 0.5, tall, 110, wall),
    box(13, 0, 50, 0.5, tall, 110, wall),
    box(0, tall, 50, 27, 0.4, 110, wall),
    box(0, 0, 104, 27, tall, 0.5, wall),
  ];
  for (let i = 0; i < 16; i++) {
    const z = 5 + i * 6;
    if (!isClean) {
      solids.push(
        box(-7.2, 0, z, 0.34, tall, 0.34, steel),
        box(7.2, 0, z, 0.34, tall, 0.34, steel),
        box(0, tall - 1.5, z, 26, 0.16, 0.16, steel),
        box(0, tall - 0.35, z, 26, 0.2, 0.2, steel),
      );
      for (let rib = -12; rib <= 12; rib += 2) solids.push(box(rib, tall - 1.5, z, 0.1, 1.3, 0.1, steel));
    }
    solids.push(
      ...[-9, -3, 3, 9].map((x) => box(x, tall - (isClean ? 0.05 : 0.2), z + 2.6, isClean ? 2.2 : 0.5, 0.06, isClean ? 1.2 : 3.2, lamp)),
    );
  }
  return solids;
}

function machines({ random, noise }: Easel, isClean: boolean): Solid[] {
  const body = stuff(
    noise,
    isClean ? colour("#d0d3d2") : random.pick([colour("#4c6a72"), colour("#8a8f86"), colour("#6d7f5a"), colour("#9a7a3a")]),
    { size: 1.2, rough: 0.14, gloss: 0.06 },
  );
  const dark = stuff(noise, [0.03, 0.033, 0.036], { gloss: 0.18 });
  const accent = stuff(noise, random.pick([colour("#c98a1c"), colour("#b5482a"), colour("#2f6a94")]), { rough: 0.12 });
  const screen = shining(
    random.pick([
      [0.3, 0.9, 1.1],
      [0.5, 1, 0.6],
      [1.1, 0.8, 0.4],
    ]),
  );
  const place = (i: number) => {
    const side = i % 2 === 0 ? -1 : 1;
    const z = 9.5 + Math.floor(i / 2) * 5.4;
    const x = side * random.range(4.6, 5.4);
    const tall = random.range(1.5, isClean ? 2.6 : 3.4);
    const beacon = [post(x, tall + 0.1, z - 1.4, 0.06, 0.5, dark), ball(x, tall + 0.7, z - 1.4, 0.1, shining([1, 3, 1.2]))];
    return [
      box(x, 0.12, z, 2.6, tall, 3.7, body),
      box(x, 0, z, 2.4, 0.14, 3.5, dark),
      box(x - side * 1.31, tall * 0.45, z, 0.04, tall * 0.36, 1.7, dark),
      box(x - side * 1.33, tall * 0.62, z - 1.3, 0.05, 0.34, 0.5, screen),
      box(x, tall + 0.12, z + 0.8, 1.2, random.range(0.2, 0.9), 1.1, random.chance(0.4) ? accent : body),
      post(x + side * 0.6, tall, z - 1, 0.12, random.range(0.6, 2.4), dark),
      ...(random.chance(0.35) ? beacon : []),
    ];
  };
  const onBelt = (i: number) => box(0.4, 0.85, 12 + i * 2.5, 0.8, random.range(0.2, 0.6), 1, random.chance(0.3) ? accent : body);
  return [
    ...Array.from({ length: 28 }, (_, i) => place(i)).flat(),
    box(0.4, 0.75, 40, 1.3, 0.1, 60, dark),
    ...Array.from({ length: 22 }, (_, i) => onBelt(i)),
  ];
}

function pipes({ random, noise }: Easel): Solid[] {
  const zinc = stuff(noise, colour("#8d9294"), { gloss: 0.1 });
  const lengths = [-10.8, -9.8, 10.2].map((x) => box(x, random.range(5.2, 6.8), 50, 0.5, 0.5, 100, zinc));
  return [...lengths, box(0, 6.4, random.range(24, 44), 24, 0.9, 1, stuff(noise, colour("#b58a1e"), { rough: 0.2 }))];
}

async function sparks({ plate, random }: Easel, camera: Camera): Promise<void> {
  const at = project(camera, random.pick([-1, 1]) * 3.6, 1.3, random.range(13, 19));
  glow(plate, at.px, at.py, 26, [4, 3.4, 2.6]);
  glow(plate, at.px, at.py, 110, [0.3, 0.2, 0.09], 1);
  const lines = Array.from({ length: 130 }, () => {
    const angle = random.range(-2.9, -0.2);
    const far = random.next() ** 1.6 * 170;
    const x = at.px + Math.cos(angle) * far;
    const y = at.py + Math.sin(angle) * far * 0.7 + (far * far) / 260;
    return `<path d="M${x.toFixed(1)} ${y.toFixed(1)}l${(Math.cos(angle) * 7).toFixed(1)} ${(Math.sin(angle) * 4 + far / 17).toFixed(1)}" stroke="#ffcf85" stroke-opacity="${random.range(0.4, 1).toFixed(2)}" stroke-width="${random.range(0.7, 1.7).toFixed(1)}"/>`;
  });
  await laySvg(plate, lines.join(""), { gain: 3, blur: 0.4 });
}
