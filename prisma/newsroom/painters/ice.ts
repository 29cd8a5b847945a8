import type { Camera } from "@/prisma/newsroom/darkroom/camera";
import { depthOfField } from "@/prisma/newsroom/darkroom/lens";
import { colour, mix, smoothstep } from "@/prisma/newsroom/darkroom/plate";
import { paintSky } from "@/prisma/newsroom/darkroom/sky";
import { paintTerrain } from "@/prisma/newsroom/darkroom/terrain";
import type { Painter } from "./painter";
import { chooseWeather, lightUp, type Weather } from "./weather";

const SNOW = colour("#e9f0f5");
const DEEP = colour("#7fb2cc");
const WATER = colour("#0f2f3d");

/** A cold sea with floes and bergs, or a broken glacier running down to it. */
export const paintIce: Painter = ({ plate, random, noise }) => {
  const hour = random.pick(["overcast", "dawn", "day", "dusk", "overcast"]);
  const weather = chooseWeather(random, noise, hour, random.pick([-1, 1]) * random.range(0.8, 1.6));
  const camera: Camera = { x: 0, y: random.range(7, 26), z: 0, yaw: 0, focal: random.range(0.9, 1.6), horizon: random.range(0.36, 0.54) };
  const [east, north] = [random.range(0, 90), random.range(0, 90)];
  const isGlacier = random.chance(0.45);
  const cover = random.range(-0.02, 0.16);
  const ice = (x: number, z: number) => {
    const floe = smoothstep(0.02, 0.045, noise.fbm(x / 46 + east, z / 46 + north, 5) + cover - 0.08);
    const berg = smoothstep(0.22, 0.42, noise.fbm(x / 170 + north, z / 170 + east, 3)) * smoothstep(60, 190, z);
    const wall = isGlacier ? smoothstep(240, 262, z + noise.fbm(x / 40, 3, 4) * 60) * (16 + z / 60) : 0;
    const broken = noise.fbm(x / 26 + east, z / 26, 4) + Math.max(0, noise.at(x / 9, z / 9)) * 0.25;
    return floe * (0.7 + noise.fbm(x / 3, z / 3, 3) * 0.5) + berg * (11 + broken * 15) + wall * (0.75 + broken * 0.35);
  };
  const hills = (x: number, z: number) => smoothstep(2_200, 5_200, z) * noise.ridged(x / 1_700 + east, z / 1_700, 6) * 620;
  const density = 1 / random.range(2_600, 8_000);
  paintSky(plate, camera, weather.sky);
  const depth = paintTerrain(plate, {
    camera,
    near: 14,
    far: 9_000,
    steps: 760,
    height: (x, z) => ice(x, z) + hills(x, z),
    sun: weather.sun,
    haze: mix(weather.haze, weather.above, 0.4),
    air: (distance) => 1 - Math.exp(-distance * density),
    cover: (ground, out) => {
      if (ground.height < 0.1) {
        waterLight(weather, noise.fbm(ground.x / 2.6, ground.z / 7, 3) * 0.5, ground.distance, camera.y, out);
        return;
      }
      const rough = noise.fbm(ground.x / 2.4, ground.z / 2.4 + ground.height / 2, 4);
      const layers = noise.fbm(ground.x / 30, ground.height / 1.6, 3);
      const steep = smoothstep(0.75, 0.3, ground.level);
      const [r, g, b] = mix(SNOW, DEEP, Math.min(0.85, steep * (0.55 + layers * 0.9) + 0.06));
      const tone = 1 + rough * (0.18 + steep * 0.4);
      lightUp(weather, r * tone, g * tone, b * tone, ground.sunlit * 0.6, 0.62 + 0.2 * ground.level, out);
    },
  });
  depthOfField(plate, depth, 90, 70);
  return { exposure: hour === "dusk" ? 0.6 : -0.05, saturation: 0.8, shadows: [0.92, 1, 1.07] };
};

/** Water as a tilted mirror: the flatter the look, the more of the sky comes back. */
function waterLight(weather: Weather, ripple: number, distance: number, eyeHeight: number, out: { x: number; y: number; z: number }): void {
  const glance = Math.max(0.02, eyeHeight / Math.hypot(eyeHeight, distance) + ripple * 0.18);
  const mirror = 0.04 + 0.92 * (1 - Math.min(1, glance)) ** 4;
  weather.sky(0.12 + ripple * 0.3, 0.1 + Math.abs(ripple) * 0.7 + glance * 0.5, 0.9, out);
  out.x = out.x * mirror + WATER[0] * (1 - mirror);
  out.y = out.y * mirror + WATER[1] * (1 - mirror);
  out.z = out.z * mirror + WATER[2] * (1 - mirror);
}
