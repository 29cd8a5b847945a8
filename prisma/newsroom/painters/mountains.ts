import type { Camera } from "@/prisma/newsroom/darkroom/camera";
import { depthOfField } from "@/prisma/newsroom/darkroom/lens";
import { type Colour, colour, mix, smoothstep } from "@/prisma/newsroom/darkroom/plate";
import { paintSky } from "@/prisma/newsroom/darkroom/sky";
import { paintTerrain } from "@/prisma/newsroom/darkroom/terrain";
import type { Painter } from "./painter";
import { chooseWeather, lightUp } from "./weather";

const ROCK = colour("#6f6a64");
const SNOW = colour("#eef2f6");
const GRASSES: [Colour, Colour, Colour] = [colour("#5b6340"), colour("#7c7346"), colour("#4b5a42")];
const TREES = colour("#26332a");

/** A range across a valley: ridged noise lifted with distance, snow above a line, forest below. */
export const paintMountains: Painter = ({ plate, random, noise }) => {
  const hour = random.pick(["dawn", "day", "dusk", "overcast", "day", "storm"]);
  const weather = chooseWeather(random, noise, hour, random.pick([-1, 1]) * random.range(0.9, 1.7));
  const camera: Camera = { x: 0, y: random.range(150, 420), z: 0, yaw: 0, focal: random.range(0.9, 1.7), horizon: random.range(0.5, 0.66) };
  const [east, north] = [random.range(0, 300), random.range(0, 300)];
  const peak = random.range(700, 1_250);
  const snowline = random.range(220, 780);
  const grass = random.pick(GRASSES);
  const valley = random.range(900, 2_400);
  const height = (x: number, z: number) => {
    const lift = smoothstep(valley * 0.4, valley * 3.2, z + Math.abs(x) * 0.55);
    const bend = noise.fbm(x / 3_000 + north, z / 3_000, 3) * 900;
    const crest = noise.ridged((x + bend) / 5_200 + east, (z - bend) / 4_200 + north, 7);
    const hills = noise.fbm(x / 700 + north, z / 700, 6) * 120 + noise.fbm(x / 60, z / 60, 3) * 7;
    return crest ** 1.35 * peak * 1.55 * lift + hills * (0.6 + lift);
  };
  const density = hour === "overcast" || hour === "storm" ? 1 / random.range(7_000, 13_000) : 1 / random.range(11_000, 26_000);
  const haze = mix(weather.haze, weather.above, 0.35);
  const mist = random.chance(0.5) ? random.range(0.3, 0.8) : 0;
  paintSky(plate, camera, weather.sky);
  const depth = paintTerrain(plate, {
    camera,
    near: 60,
    far: 22_000,
    steps: 680,
    height,
    sun: weather.sun,
    haze,
    air: (distance, high) =>
      1 - Math.exp(-distance * density * (1 + mist * 3 * smoothstep(260, -60, high) * smoothstep(800, 3_000, distance))),
    cover: (ground, out) => {
      const rough = noise.fbm(ground.x / 45, ground.z / 45, 4);
      const snow =
        smoothstep(snowline - 120, snowline + 160, ground.height + rough * 260) * smoothstep(0.36, 0.62, ground.level + rough * 0.2);
      const wooded =
        smoothstep(-0.05, 0.12, noise.fbm(ground.x / 380 + 9, ground.z / 380, 4) + (300 - ground.height) / 900) *
        smoothstep(0.45, 0.7, ground.level);
      const bare = smoothstep(0.8, 0.55, ground.level) + smoothstep(500, 1_000, ground.height);
      let land = mix(grass, ROCK, Math.min(1, bare));
      land = mix(land, TREES, wooded * (1 - snow));
      const [r, g, b] = mix(land, SNOW, snow);
      const tone = 1 + rough * (0.9 - snow * 0.7);
      lightUp(weather, r * tone, g * tone, b * tone, ground.sunlit, 0.5 + 0.5 * ground.level, out);
    },
  });
  depthOfField(plate, depth, 900, 200);
  return { exposure: hour === "dusk" ? 0.5 : 0.05, saturation: 0.85, grain: 0.022 };
};
