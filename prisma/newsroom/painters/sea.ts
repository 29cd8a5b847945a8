import type { Camera, Vector } from "@/prisma/newsroom/darkroom/camera";
import { bloom } from "@/prisma/newsroom/darkroom/lens";
import { colour, mix, PLATE_HEIGHT, PLATE_WIDTH, smoothstep } from "@/prisma/newsroom/darkroom/plate";
import { paintSky } from "@/prisma/newsroom/darkroom/sky";
import { laySvg } from "@/prisma/newsroom/darkroom/svg-layer";
import { paintTerrain } from "@/prisma/newsroom/darkroom/terrain";
import type { Painter } from "./painter";
import { chooseWeather, lightUp } from "./weather";

const LAND = colour("#4f5144");
const FOAM = colour("#dfe5e6");

/** Open water: waves as a height field that mirrors the sky, foam on the crests, at times a far ship or headland. */
export const paintSea: Painter = async ({ plate, random, noise }) => {
  const hour = random.pick(["dusk", "overcast", "day", "storm", "dawn", "overcast", "day"]);
  const weather = chooseWeather(random, noise, hour, random.range(-0.5, 0.5));
  const camera: Camera = { x: 0, y: random.range(2.6, 8), z: 0, yaw: 0, focal: random.range(0.9, 1.6), horizon: random.range(0.3, 0.52) };
  const swell = hour === "storm" ? random.range(1.4, 2.3) : random.range(0.25, 0.8);
  const deep = random.pick([colour("#0d2a36"), colour("#12303a"), colour("#1b3540"), colour("#0f3a40")]);
  const [east, north] = [random.range(0, 90), random.range(0, 90)];
  const coast = random.chance(0.5) ? { side: random.pick([-1, 1]), tall: random.range(90, 320), from: random.range(-600, 900) } : null;
  paintSky(plate, camera, weather.sky);
  if (random.chance(0.5))
    await laySvg(plate, farShip(random.range(0.2, 0.8) * PLATE_WIDTH, camera.horizon * PLATE_HEIGHT, random.range(0.6, 1.5)), {
      blur: 0.7,
      haze: { colour: mix(weather.haze, weather.above, 0.3), share: 0.55 },
    });
  const mirrored: Vector = { x: 0, y: 0, z: 0 };
  paintTerrain(plate, {
    camera,
    near: 4,
    far: 9_000,
    steps: 680,
    sun: weather.sun,
    haze: mix(weather.haze, weather.above, 0.25),
    air: (distance) => 1 - Math.exp(-distance / 6_500),
    height: (x, z) => {
      const calm = smoothstep(1_800, 60, z);
      const long = noise.at(x / 38 + east, z / 17 + north);
      const chop = noise.ridged(x / 9 + noise.at(x / 30, z / 30), z / 5.2, 3) - 0.4;
      const land =
        coast === null || z < 2_600
          ? 0
          : smoothstep(coast.from, coast.from + 2_600, x * coast.side) *
            smoothstep(2_600, 3_600, z) *
            coast.tall *
            (0.7 + noise.fbm(x / 700 + east, z / 900, 5) * 1.4);
      if (land > 2) return land;
      return (long * 1.1 + chop * 0.75) * swell * (0.25 + 0.75 * calm) + noise.fbm(x / 1.1, z / 0.9, 2) * 0.09 * calm;
    },
    cover: (ground, out) => {
      if (ground.height > 4) {
        const tone = 1 + noise.fbm(ground.x / 90, ground.z / 90, 4) * 0.6;
        lightUp(weather, LAND[0] * tone, LAND[1] * tone, LAND[2] * tone, ground.sunlit, 0.7, out);
        return;
      }
      const fade = smoothstep(900, 20, ground.distance);
      const rippleX = noise.fbm(ground.x / 0.8, ground.z / 1.6, 3) * (0.1 + 0.3 * fade);
      const rippleZ = noise.fbm(ground.x / 1.1 + 40, ground.z / 1.9, 3) * (0.12 + 0.25 * fade);
      const look = { x: ground.x / ground.distance, y: (ground.height - camera.y) / ground.distance };
      const facing = Math.max(0.015, Math.min(1, -look.y + rippleZ * 0.5 + (1 - ground.level) * 0.4));
      const share = 0.03 + 0.97 * (1 - facing) ** 5;
      const rise = Math.abs(-look.y + rippleZ * 0.9 + (1 - ground.level) * 0.3) + 0.05;
      const size = 1 / Math.hypot(look.x + rippleX, rise, 1);
      weather.sky((look.x + rippleX) * size, rise * size, size, mirrored);
      const through = 0.55 + 0.6 * smoothstep(0, swell * 1.2, ground.height);
      out.x = deep[0] * through + (Math.min(2.5, mirrored.x) - deep[0] * through) * share;
      out.y = deep[1] * through * 1.1 + (Math.min(2.5, mirrored.y) - deep[1] * through) * share;
      out.z = deep[2] * through + (Math.min(2.5, mirrored.z) - deep[2] * through) * share;
      const crest = smoothstep(0.5, 1.15, ground.height / swell + noise.fbm(ground.x / 2.2, ground.z / 2.2, 4) * 0.9);
      const lace = smoothstep(0.05, 0.4, noise.fbm(ground.x / 0.9, ground.z / 1.4, 4) + crest * 0.35);
      const foam = crest * lace * (hour === "storm" ? 0.85 : 0.4);
      out.x += (FOAM[0] * weather.above[0] * 1.1 - out.x) * foam;
      out.y += (FOAM[1] * weather.above[1] * 1.1 - out.y) * foam;
      out.z += (FOAM[2] * weather.above[2] * 1.1 - out.z) * foam;
    },
  });
  bloom(plate, 0.9, 60, 0.25);
  return { exposure: hour === "dusk" || hour === "storm" ? 0.55 : 0.15, saturation: 0.82 };
};

/** A ship hull down, its boxes in stacks. */
function farShip(x: number, y: number, size: number): string {
  const at = (dx: number, dy: number) => `${(x + dx * size).toFixed(1)} ${(y + dy * size).toFixed(1)}`;
  const boxes = [-44, -33, -22, -11, 0, 11]
    .map(
      (dx, i) =>
        `<rect x="${x + dx * size}" y="${y - (14 + (i % 3) * 3) * size}" width="${10 * size}" height="${(9 + (i % 3) * 3) * size}" fill="${["#4d3a33", "#3c4650", "#55504a"][i % 3]}"/>`,
    )
    .join("");
  return `<path d="M${at(-58, -7)}L${at(62, -7)}L${at(52, 3)}L${at(-52, 3)}Z" fill="#23282c"/>${boxes}<path d="M${at(26, -6)}V${y - 26 * size}H${x + 42 * size}V${y - 6 * size}Z" fill="#8d8f8d"/>`;
}
