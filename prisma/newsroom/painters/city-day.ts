import type { Camera } from "@/prisma/newsroom/darkroom/camera";
import { contactShade } from "@/prisma/newsroom/darkroom/contact-shade";
import { colour, mix } from "@/prisma/newsroom/darkroom/plate";
import { ball, box, type Solid } from "@/prisma/newsroom/darkroom/solids";
import { paintStage } from "@/prisma/newsroom/darkroom/stage";
import { stuff, water } from "./finishes";
import type { Easel, Painter } from "./painter";
import { buildSkyline } from "./skyline";
import { chooseWeather } from "./weather";

/** A town by day across a river or over its roofs, growing paler with distance. */
export const paintCityDay: Painter = (easel) => {
  const { plate, random, noise } = easel;
  const hour = random.pick(["day", "overcast", "dawn", "day", "dusk"]);
  const weather = chooseWeather(random, noise, hour, random.pick([-1, 1]) * random.range(0.8, 2.2));
  const overRiver = random.chance(0.55);
  const camera: Camera = {
    x: 0,
    y: overRiver ? random.range(9, 26) : random.range(60, 120),
    z: 0,
    yaw: random.range(-0.1, 0.1),
    focal: random.range(0.9, 1.6),
    horizon: random.range(0.42, 0.6),
  };
  const skyline = buildSkyline(random, noise, {
    near: overRiver ? 330 : 150,
    far: 1_900,
    halfWidth: random.range(420, 640),
    tallest: random.range(110, 250),
    centre: random.range(-200, 200),
    count: 230,
    night: false,
  });
  const ground = overRiver ? water(noise, colour("#2e4a52", 0.5), 1.6, 0.16) : stuff(noise, colour("#5f6058"), { size: 20, rough: 0.5 });
  const depth = paintStage(plate, {
    camera,
    solids: [...skyline, ...(overRiver ? trees(easel) : [])],
    ground: { y: 0, finish: ground },
    sky: weather.sky,
    sun: hour === "overcast" ? null : { direction: weather.sun, light: weather.sunLight, soft: 0 },
    above: weather.above,
    below: weather.below,
    lamps: [],
    fog: { light: mix(weather.haze, weather.above, 0.45), density: 1 / random.range(900, 2_600) },
  });
  contactShade(plate, depth, 60, 0.35);
  return { exposure: hour === "dusk" ? 0.7 : 0.25, saturation: 0.78 };
};

/** The trees of the far bank: tufts whose tops noise has eaten. */
function trees({ random, noise }: Easel): Solid[] {
  const wall = box(0, 0, 322, 1_600, 3, 8, stuff(noise, colour("#6a655b"), { size: 3, rough: 0.4 }));
  const leaf = stuff(noise, random.pick([colour("#3d4a2e"), colour("#4d5434"), colour("#5a5032")]), { size: 2.6, rough: 1.5 });
  return [
    wall,
    ...Array.from({ length: 108 }, (_, i) =>
      ball(-430 + i * 8 + random.range(-4, 4), random.range(1, 4), 316 + random.range(-6, 6), random.range(3.5, 7), leaf),
    ),
  ];
}
