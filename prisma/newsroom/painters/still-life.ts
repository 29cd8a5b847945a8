import type { Camera } from "@/prisma/newsroom/darkroom/camera";
import { contactShade } from "@/prisma/newsroom/darkroom/contact-shade";
import { bloom, depthOfField } from "@/prisma/newsroom/darkroom/lens";
import { type Colour, colour, mix, smoothstep } from "@/prisma/newsroom/darkroom/plate";
import { ball, box, post, type Solid } from "@/prisma/newsroom/darkroom/solids";
import { paintStage } from "@/prisma/newsroom/darkroom/stage";
import type { Finisher } from "@/prisma/newsroom/darkroom/surface";
import { boards, stuff, tintBy } from "./finishes";
import type { Easel, Painter } from "./painter";

/** Things on a table by a window: fruit, books and a cup, coins, or jars; focus on the first of them. */
export const paintStillLife: Painter = (easel) => {
  const { plate, random, noise } = easel;
  const warm: Colour = random.pick([
    [1.5, 1.35, 1.1],
    [1.3, 1.35, 1.4],
    [1.7, 1.35, 0.9],
  ]);
  const side = random.pick([-1, 1]);
  const wall = random.pick([colour("#4a5550"), colour("#6b5f52"), colour("#2f3438"), colour("#8a8274"), colour("#5a3f3a")]);
  const focal = random.range(1.4, 2.1);
  const horizon = random.range(-0.1, 0.3);
  // The eye is put where the things, 1.12 m off, stand a little under the middle.
  const camera: Camera = { x: 0, y: 0.05 + ((0.62 - horizon) * 0.667 * 1.12) / focal, z: 0, yaw: 0, focal, horizon };
  const kind = random.pick(["fruit", "books", "coins", "jars", "papers"]);
  const table = boards(noise, random.pick([colour("#6b4a2e"), colour("#3f2f24"), colour("#a58a66"), colour("#7d7a74")]), 0.14, 1.6, 0.07);
  const depth = paintStage(plate, {
    camera,
    solids: [
      box(0, -1, 3.4, 12, 6, 0.1, (s, out) =>
        tintBy(out, wall, 0.85 + noise.fbm(s.x / 0.8, s.y / 0.8, 4) * 0.35 + smoothstep(2, -2, s.x * side) * 0.25),
      ),
      ...arrange(easel, kind),
    ],
    ground: { y: 0, finish: table },
    sky: (_x, _y, _z, out) => {
      out.x = wall[0] * 0.6;
      out.y = wall[1] * 0.6;
      out.z = wall[2] * 0.6;
    },
    sun: {
      direction: { x: side * random.range(0.55, 0.85), y: random.range(0.35, 0.6), z: random.range(-0.35, 0.3) },
      light: [warm[0] * 1.3, warm[1] * 1.3, warm[2] * 1.3],
      soft: 0.3,
    },
    above: [0.17, 0.18, 0.2],
    below: [0.09, 0.075, 0.06],
    lamps: [],
    fog: null,
  });
  contactShade(plate, depth, 34, 0.4);
  depthOfField(plate, depth, 1.1, 16);
  bloom(plate, 0.9, 50, 0.3);
  return { exposure: random.range(0, 0.3), saturation: 0.86, vignette: 0.42, grain: 0.028 };
};

function arrange(easel: Easel, kind: "fruit" | "books" | "coins" | "jars" | "papers"): Solid[] {
  switch (kind) {
    case "fruit":
      return fruit(easel);
    case "books":
      return [...books(easel), ...cup(easel, 0.26, 1)];
    case "coins":
      return coins(easel);
    case "jars":
      return jars(easel);
    case "papers":
      return [...papers(easel), ...cup(easel, -0.3, 1.2)];
    default:
      return kind satisfies never;
  }
}

function fruit({ random, noise }: Easel): Solid[] {
  const [tint, blush] = random.pick([
    [colour("#8a1f1a"), colour("#b5802a")],
    [colour("#c26a14"), colour("#d08a2a")],
    [colour("#7a8a2a"), colour("#a8a04a")],
    [colour("#b5922a"), colour("#8a8a30")],
  ] as const);
  const skin =
    (turn: number): Finisher =>
    (s, out) => {
      const share = smoothstep(-0.2, 0.5, noise.fbm(s.nx * 1.5 + turn, s.ny * 1.5 + s.nz, 3) + s.ny * 0.3);
      const specks = noise.at(s.x * 260, s.y * 260 + s.z * 90) > 0.5 ? 1.18 : 1;
      tintBy(out, mix(tint, blush, share), specks * (1 + noise.fbm(s.x * 40, s.y * 40, 2) * 0.2));
      out.gloss = 0.07;
    };
  const places: readonly (readonly [number, number, number])[] = [
    [0, 0, 1.06],
    [0.1, 0, 1.12],
    [-0.1, 0, 1.13],
    [0.03, 0, 1.22],
    [0.05, 0.072, 1.13],
    [-0.055, 0.07, 1.15],
    [0.3, 0, 1.0],
    [-0.36, 0, 1.34],
  ];
  return places
    .map(([x, lift, z], i) => {
      const size = 0.05 + random.range(-0.005, 0.006);
      return ball(x + random.range(-0.008, 0.008), lift + size, z, size, skin(i * 5.1));
    })
    .concat(post(0.3, 0.095, 1.0, 0.0035, 0.018, stuff(noise, [0.05, 0.03, 0.02])));
}

function books({ random, noise }: Easel): Solid[] {
  const page: Finisher = (s, out) =>
    tintBy(out, [0.68, 0.63, 0.52], 0.8 + 0.25 * Math.sin(s.y * 2_600) + noise.at(s.x * 60, s.y * 900) * 0.2);
  let y = 0;
  return Array.from({ length: random.whole(3, 6) }, () => {
    const thick = random.range(0.022, 0.05);
    const x = -0.08 + random.range(-0.025, 0.025);
    const wide = random.range(0.24, 0.3);
    const cover = stuff(
      noise,
      random.pick([colour("#5a2420"), colour("#27405a"), colour("#3f4f38"), colour("#8a7448"), colour("#2f2c2a"), colour("#9a8f7c")]),
      { size: 0.02, rough: 0.2 },
    );
    const book = [
      box(x, y, 1.2, wide, 0.004, 0.19, cover),
      box(x, y + 0.004, 1.2, wide - 0.012, thick, 0.18, page),
      box(x, y + thick + 0.004, 1.2, wide, 0.004, 0.19, cover),
    ];
    y += thick + 0.008;
    return book;
  }).flat();
}

function cup({ random, noise }: Easel, x: number, z: number): Solid[] {
  const glaze = stuff(noise, random.pick([colour("#d8d2c4"), colour("#4a5f6b"), colour("#b5674a"), colour("#2f3330")]), {
    size: 0.05,
    rough: 0.06,
    gloss: 0.08,
  });
  return [
    post(x, 0, z, 0.07, 0.008, glaze),
    post(x, 0.008, z, 0.038, 0.075, glaze),
    post(x, 0.0831, z, 0.034, 0.0004, stuff(noise, [0.035, 0.018, 0.008], { gloss: 0.12 })),
    ball(x + 0.042, 0.045, z, 0.013, glaze),
  ];
}

function coins({ random, noise }: Easel): Solid[] {
  const metals: readonly [Colour, ...Colour[]] = [colour("#b59a55"), colour("#a9a8a2"), colour("#a56a42")];
  return Array.from({ length: 11 }, (_, i) => {
    const metal = random.pick(metals);
    const edge: Finisher = (s, out) => {
      tintBy(
        out,
        metal,
        (Math.abs(s.ny) > 0.5 ? 0.8 : 0.55 + 0.3 * Math.sin(Math.atan2(s.nx, s.nz) * 90)) + noise.at(s.x * 300, s.z * 300) * 0.12,
      );
      out.gloss = 0.24;
    };
    const x = -0.24 + (i % 6) * 0.1 + random.range(-0.02, 0.02);
    const z = 1.02 + Math.floor(i / 6) * 0.16 + random.range(-0.04, 0.04);
    return Array.from({ length: random.whole(1, i < 6 ? 12 : 7) }, (_unused, k) =>
      post(x + random.range(-0.0025, 0.0025), k * 0.0052, z, 0.026, 0.0047, edge),
    );
  }).flat();
}

function jars({ random, noise }: Easel): Solid[] {
  const lid = stuff(noise, random.pick([colour("#b5923f"), colour("#7a2f28"), colour("#d5d2c8")]), { gloss: 0.12 });
  return Array.from({ length: 7 }, (_, i) => {
    const x = -0.42 + i * 0.14 + random.range(-0.02, 0.02);
    const z = 1.05 + (i % 2) * 0.17 + random.range(0, 0.05);
    const tint = random.pick([colour("#9a2f1c"), colour("#b5761f"), colour("#c9a94a"), colour("#5a2a3a"), colour("#6a7a34")]);
    const tall = random.range(0.09, 0.15);
    const inside: Finisher = (s, out) => {
      tintBy(out, tint, 0.4 + 0.8 * Math.abs(s.nz) + noise.fbm(s.x * 50, s.y * 50, 3) * 0.6);
      const streak = s.nx > 0.45 && s.nx < 0.6 ? 0.4 : 0;
      out.glowR = streak;
      out.glowG = streak;
      out.glowB = streak;
      out.gloss = 0.1;
    };
    return [post(x, 0, z, 0.048, tall, inside), post(x, tall, z, 0.044, 0.018, lid)];
  }).flat();
}

function papers({ random, noise }: Easel): Solid[] {
  const sheet =
    (turn: number): Finisher =>
    (s, out) => {
      const line = Math.floor(s.z / 0.011);
      const isText =
        Math.abs(s.ny) > 0.5 && line % 2 === 0 && noise.at(s.x * 90 + turn, line * 3.7) > -0.12 && noise.at(s.x * 9 + turn, line) > -0.3;
      tintBy(out, isText ? [0.13, 0.13, 0.14] : [0.72, 0.7, 0.65], 1);
    };
  const stack = Array.from({ length: 9 }, (_, i) =>
    box(random.range(-0.32, 0.32), i * 0.004, 1.15 + random.range(-0.12, 0.3), 0.21, 0.0035, 0.297, sheet(i * 7)),
  );
  return [
    ...stack,
    box(0.2, 0.04, 0.98, 0.15, 0.008, 0.011, stuff(noise, [0.02, 0.022, 0.03], { gloss: 0.25 })),
    box(0.34, 0, 1.35, 0.16, 0.03, 0.12, stuff(noise, [0.05, 0.05, 0.055], { gloss: 0.1 })),
  ];
}
