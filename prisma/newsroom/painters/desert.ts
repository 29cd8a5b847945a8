import type { Camera } from "@/prisma/newsroom/darkroom/camera";
import { depthOfField } from "@/prisma/newsroom/darkroom/lens";
import { colour, mix, smoothstep } from "@/prisma/newsroom/darkroom/plate";
import { paintSky } from "@/prisma/newsroom/darkroom/sky";
import { paintTerrain } from "@/prisma/newsroom/darkroom/terrain";
import type { Painter } from "./painter";
import { chooseWeather, lightUp } from "./weather";

/** Dunes by low sun: sharp crests, wind ripples, dust in the air; or a stony plain with far hills. */
export const paintDesert: Painter = ({ plate, random, noise }) => {
  const hour = random.pick(["dawn", "dusk", "day", "dawn", "day"]);
  const weather = chooseWeather(random, noise, hour, random.pick([-1, 1]) * random.range(0.9, 1.5));
  const camera: Camera = { x: 0, y: random.range(14, 34), z: 0, yaw: 0, focal: random.range(0.8, 1.4), horizon: random.range(0.34, 0.52) };
  const sand = random.pick([colour("#c9955f"), colour("#bd8a5c"), colour("#cda877"), colour("#b5764a")]);
  const isStony = random.chance(0.3);
  const [east, north] = [random.range(0, 90), random.range(0, 90)];
  const tall = isStony ? 3 : random.range(16, 34);
  const height = (x: number, z: number) => {
    const bend = noise.at(x / 160 + east, z / 160 + north) * 60;
    const fold = noise.at((x + bend) / 300 + east, (z + bend * 0.6) / 170 + north);
    const wave = 1 - Math.sqrt(fold * fold + 0.0025) * 1.5 + noise.at((x + bend) / 120, z / 90) * 0.12;
    const far = smoothstep(1_500, 5_000, z) * noise.ridged(x / 1_500 + 5, z / 1_500, 6) * (isStony ? 520 : 130);
    const near = isStony ? noise.fbm(x / 3, z / 3, 4) * 0.9 : 0;
    return Math.max(0, wave) ** 2 * tall * 1.25 * smoothstep(4_500, 900, z) + noise.fbm(x / 60, z / 60, 2) * 1.6 + far + near - 8;
  };
  const density = 1 / random.range(1_800, 6_500);
  paintSky(plate, camera, weather.sky);
  const depth = paintTerrain(plate, {
    camera,
    near: isStony ? 14 : 20,
    far: 9_000,
    steps: 760,
    height,
    sun: weather.sun,
    haze: mix(weather.haze, sand, 0.25),
    air: (distance) => 1 - Math.exp(-distance * density),
    cover: (ground, out) => {
      const fade = smoothstep(220, 20, ground.distance);
      const bend = noise.fbm(ground.x / 14, ground.z / 14, 3) * 5;
      const ripple = isStony ? 0 : Math.sin((ground.z * 1.1 + ground.x * 0.5 + bend) * 3.4) * 0.16 * fade;
      const rough =
        noise.fbm(ground.x / 1.3, ground.z / 1.3, 4) * (0.15 + 0.3 * fade * (isStony ? 1.8 : 0.6)) +
        noise.fbm(ground.x / 50, ground.z / 50, 3) * 0.22;
      const tone = 1 + ripple + rough;
      const sunlit = Math.max(0, ground.sunlit + ripple * 0.7 * ground.sunlit);
      lightUp(weather, sand[0] * tone, sand[1] * tone, sand[2] * tone, sunlit * 0.95, 0.55 + 0.45 * ground.level, out);
    },
  });
  depthOfField(plate, depth, 70, 90);
  return { exposure: hour === "dusk" ? 0.55 : 0.1, saturation: 0.82, grain: 0.022 };
};
