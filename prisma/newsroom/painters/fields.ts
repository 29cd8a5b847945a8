import type { Camera } from "@/prisma/newsroom/darkroom/camera";
import { depthOfField } from "@/prisma/newsroom/darkroom/lens";
import { type Colour, colour, mix, smoothstep } from "@/prisma/newsroom/darkroom/plate";
import { cellHash } from "@/prisma/newsroom/darkroom/seeded-random";
import { paintSky } from "@/prisma/newsroom/darkroom/sky";
import { paintTerrain } from "@/prisma/newsroom/darkroom/terrain";
import type { Painter } from "./painter";
import { chooseWeather, lightUp } from "./weather";

const CROPS: readonly [Colour, ...Colour[]] = [
  colour("#b59a55"),
  colour("#6c7f3d"),
  colour("#8a7a4b"),
  colour("#58703a"),
  colour("#a08a4a"),
  colour("#6b5a44"),
];
const HEDGE = colour("#2f3b22");
const SOIL = colour("#54432f");

/** Farmland under a big sky: a crop in rows at one's feet, hedged fields beyond, rolling away. */
export const paintFields: Painter = ({ plate, random, noise }) => {
  const hour = random.pick(["day", "dawn", "overcast", "dusk", "storm", "day"]);
  const weather = chooseWeather(random, noise, hour, random.pick([-1, 1]) * random.range(0.8, 1.5));
  const camera: Camera = { x: 0, y: random.range(4, 13), z: 0, yaw: 0, focal: random.range(0.8, 1.3), horizon: random.range(0.3, 0.5) };
  const [east, north] = [random.range(0, 90), random.range(0, 90)];
  const roll = random.range(5, 26);
  const salt = random.whole(1, 999);
  const own = random.pick(CROPS);
  const turn = random.range(-0.5, 0.5);
  const rowM = random.range(0.9, 1.9);
  const crop = (x: number, z: number) => {
    const bendX = x + noise.at(x / 400, z / 400) * 90;
    const bendZ = z + noise.at(x / 380 + 7, z / 380) * 90;
    const [wide, deep] = [190, 260];
    return {
      cell: [Math.floor(bendX / wide), Math.floor(bendZ / deep)] as const,
      edge: Math.min(fold(bendX / wide) * wide, fold(bendZ / deep) * deep),
    };
  };
  const land = (x: number, z: number) =>
    noise.fbm(x / 520 + east, z / 520 + north, 3) * roll * smoothstep(20, 500, z) +
    smoothstep(1_500, 5_000, z) * noise.fbm(x / 1_400, z / 1_400 + north, 5) * 160;
  const height = (x: number, z: number) => {
    const hedge =
      z > 150
        ? smoothstep(150, 230, z) *
          smoothstep(5, 2, crop(x, z).edge) *
          (2.5 + noise.fbm(x / 5, z / 5, 3) * 5 + Math.max(0, noise.at(x / 19, z / 19)) * 9)
        : 0;
    const rows = z < 150 ? (Math.sin(((x + z * turn) / rowM) * Math.PI * 2) * 0.5 + 0.5) * 0.55 + noise.fbm(x / 0.5, z / 0.5, 3) * 0.5 : 0;
    return land(x, z) + hedge + rows * smoothstep(150, 70, z);
  };
  const density = 1 / random.range(2_500, 7_000);
  paintSky(plate, camera, weather.sky);
  const depth = paintTerrain(plate, {
    camera,
    near: 8,
    far: 8_000,
    steps: 640,
    height,
    sun: weather.sun,
    haze: mix(weather.haze, weather.above, 0.3),
    air: (distance) => 1 - Math.exp(-distance * density),
    cover: (ground, out) => {
      const { cell, edge } = crop(ground.x, ground.z);
      const isOwn = ground.z < 150;
      const chosen = isOwn ? own : (CROPS[Math.floor(cellHash(cell[0], cell[1], salt) * CROPS.length)] ?? own);
      const hedge = isOwn ? 0 : smoothstep(6, 4, edge);
      const furrow = isOwn
        ? smoothstep(0.5, -0.9, Math.sin(((ground.x + ground.z * turn) / rowM) * Math.PI * 2)) * smoothstep(90, 30, ground.distance)
        : 0;
      const [r, g, b] = mix(mix(chosen, SOIL, furrow * 0.8), HEDGE, hedge);
      const tone =
        1 +
        noise.fbm(ground.x / 0.35, ground.z / 0.7, 3) * smoothstep(70, 8, ground.distance) * 1.1 +
        noise.fbm(ground.x / 26, ground.z / 26, 4) * 0.35;
      const lines =
        1 +
        Math.sin(((ground.x * Math.cos(cell[0]) + ground.z * Math.sin(cell[0])) / 7) * Math.PI) *
          0.06 *
          smoothstep(120, 200, ground.distance);
      lightUp(weather, r * tone * lines, g * tone * lines, b * tone * lines, ground.sunlit * 0.9, 0.5 + 0.4 * ground.level, out);
    },
  });
  depthOfField(plate, depth, 40, 60);
  return { exposure: hour === "dusk" ? 0.7 : 0.15, saturation: 0.82 };
};

/** Distance to the nearest whole number. */
function fold(value: number): number {
  return Math.abs(value - Math.round(value));
}
