import type { Camera } from "@/prisma/newsroom/darkroom/camera";
import { bloom } from "@/prisma/newsroom/darkroom/lens";
import { type Colour, colour } from "@/prisma/newsroom/darkroom/plate";
import { makeSky, sunAt } from "@/prisma/newsroom/darkroom/sky";
import { ball, box, type Solid } from "@/prisma/newsroom/darkroom/solids";
import { paintStage } from "@/prisma/newsroom/darkroom/stage";
import { shining, stuff, water } from "./finishes";
import type { Easel, Painter } from "./painter";
import { buildSkyline } from "./skyline";

/** A town after dark over black water or wet ground: lit windows, lamps along the bank, the glow of streets on low cloud. */
export const paintCityNight: Painter = (easel) => {
  const { plate, random, noise } = easel;
  const isLateDusk = random.chance(0.45);
  const camera: Camera = {
    x: 0,
    y: random.range(6, 20),
    z: 0,
    yaw: random.range(-0.1, 0.1),
    focal: random.range(1, 1.7),
    horizon: random.range(0.45, 0.6),
  };
  const glowTint: Colour = random.pick([colour("#b0703c", 0.4), colour("#8a5a5a", 0.35), colour("#6f6a8a", 0.35)]);
  const sky = makeSky(
    {
      zenith: isLateDusk ? colour("#16233f") : colour("#080b14"),
      horizon: isLateDusk ? colour("#6d5a6a", 0.7) : glowTint,
      sun: { ...sunAt(random.range(-0.6, 0.6), -0.05), colour: glowTint, glow: 0.6, disc: false },
      clouds: {
        cover: random.range(0.1, 0.5),
        scale: 0.6,
        soft: 0.5,
        lit: isLateDusk ? colour("#6a5c70", 0.6) : [glowTint[0] * 0.8, glowTint[1] * 0.8, glowTint[2] * 0.8],
        shade: colour("#141722"),
        seed: random.range(0, 90),
      },
    },
    noise,
  );
  const skyline = buildSkyline(random, noise, {
    near: 340,
    far: 1_700,
    halfWidth: random.range(420, 600),
    tallest: random.range(130, 260),
    centre: random.range(-200, 200),
    count: 230,
    night: true,
  });
  paintStage(plate, {
    camera,
    solids: [...skyline, ...embankment(easel)],
    ground: { y: 0, finish: water(noise, [0.004, 0.006, 0.01], random.range(0.9, 2), random.range(0.12, 0.24)) },
    sky,
    sun: null,
    above: isLateDusk ? [0.05, 0.06, 0.1] : [0.02, 0.022, 0.03],
    below: [0.05, 0.034, 0.02],
    lamps: [],
    fog: { light: [glowTint[0] * 0.7, glowTint[1] * 0.7, glowTint[2] * 0.7], density: 1 / random.range(2_000, 5_000) },
  });
  bloom(plate, 0.55, 40, 0.5);
  bloom(plate, 0.9, 120, 0.35);
  return { exposure: 0.75, saturation: 0.85, grain: 0.036, contrast: 0.1, vignette: 0.35 };
};

function embankment({ random, noise }: Easel): Solid[] {
  const lamp = random.pick([shining([7, 4.2, 1.6]), shining([5.5, 5.2, 4.4])]);
  const wall = box(0, 0, 325, 1_600, 4, 8, stuff(noise, colour("#4a453d"), { size: 3, rough: 0.4 }));
  const lamps = Array.from({ length: 34 }, (_, i) => ball(-520 + i * 31 + random.range(-4, 4), 9.5, 320, 0.75, lamp));
  const cars = Array.from({ length: 26 }, () =>
    ball(random.range(-480, 480), 5.2, 321, 0.4, random.chance(0.5) ? shining([5, 0.5, 0.3]) : shining([5, 5, 4.4])),
  );
  return [wall, ...lamps, ...cars];
}
