import type { Camera } from "@/prisma/newsroom/darkroom/camera";
import { contactShade } from "@/prisma/newsroom/darkroom/contact-shade";
import { bloom, depthOfField } from "@/prisma/newsroom/darkroom/lens";
import { addLight, type Colour, colour, mix, PLATE_HEIGHT, PLATE_WIDTH, smoothstep } from "@/prisma/newsroom/darkroom/plate";
import { ball, post, type Solid } from "@/prisma/newsroom/darkroom/solids";
import { paintStage } from "@/prisma/newsroom/darkroom/stage";
import type { Finisher } from "@/prisma/newsroom/darkroom/surface";
import { tintBy } from "./finishes";
import type { Easel, Painter } from "./painter";
import { chooseWeather } from "./weather";

/** Inside a wood: trunks paling into mist, a floor of needles and moss, light slanting between. */
export const paintForest: Painter = (easel) => {
  const { plate, random, noise } = easel;
  const hour = random.pick(["dawn", "overcast", "day", "dawn", "storm"]);
  const weather = chooseWeather(random, noise, hour, random.pick([-1, 1]) * random.range(0.2, 0.9));
  const camera: Camera = { x: 0, y: random.range(1.2, 2.6), z: 0, yaw: 0, focal: random.range(0.8, 1.3), horizon: random.range(0.5, 0.68) };
  const air = random.pick([colour("#a9b39c"), colour("#c3bfa6"), colour("#8f9f9c"), colour("#b7a98a")]);
  const mist = mix(air, weather.haze, 0.3);
  const depth = paintStage(plate, {
    camera,
    solids: [...trunks(easel), ...bushes(easel)],
    ground: { y: 0, finish: woodFloor(easel) },
    sky: (_x, y, _z, out) => {
      const share = 0.75 + 0.5 * smoothstep(0.5, 0, y);
      out.x = mist[0] * share;
      out.y = mist[1] * share;
      out.z = mist[2] * share;
    },
    sun: hour === "overcast" || hour === "storm" ? null : { direction: { ...weather.sun, y: 0.55 }, light: weather.sunLight, soft: 0.05 },
    above: mix([0.16, 0.18, 0.13], weather.above, 0.25),
    below: [0.06, 0.06, 0.04],
    lamps: [],
    fog: { light: mist, density: 1 / random.range(24, 60) },
  });
  contactShade(plate, depth, 40, 0.35);
  canopy(easel, mist);
  if (hour === "dawn" || hour === "day") shafts(easel, depth, weather.sun.x);
  depthOfField(plate, depth, 13, 60);
  bloom(plate, 0.6, 60, 0.3);
  return { exposure: 0.15, saturation: 0.8, vignette: 0.4 };
};

function trunks({ random, noise }: Easel): Solid[] {
  const bark = random.pick([colour("#4a3c2f"), colour("#3d382f"), colour("#6a6258"), colour("#54402f")]);
  const finish: Finisher = (s, out) => {
    const around = Math.atan2(s.nx, s.nz) * 2.2;
    const crack = noise.ridged(around * 2.5 + s.solid, s.y * 0.9, 3);
    const moss = smoothstep(1.6, 0, s.y) * (0.5 + noise.at(s.x * 4, s.y * 3));
    tintBy(out, mix(bark, [0.06, 0.09, 0.025], Math.max(0, Math.min(0.8, moss))), 0.45 + crack * 1.3);
  };
  return Array.from({ length: 150 }, (_, i) => {
    const z = 6 + (i / 150) ** 1.5 * 85 + random.range(0, 2);
    const x = random.range(-1, 1) * (4 + z * 0.75);
    const clear = z < 9 && Math.abs(x) < 1.6;
    return post(clear ? x + 4 : x, -0.2, z, random.range(0.08, 0.26), 40, finish);
  });
}

function bushes({ random, noise }: Easel): Solid[] {
  const leaf: Colour = random.pick([colour("#3f4f2a"), colour("#5a5f30"), colour("#34452e")]);
  const finish: Finisher = (s, out) => tintBy(out, leaf, Math.max(0.1, 0.7 + noise.fbm(s.x * 7 + s.y * 5, s.z * 7 - s.y * 6, 4) * 2.4));
  return Array.from({ length: 70 }, () => {
    const z = random.range(6, 46);
    const x = random.range(-1, 1) * (3 + z * 0.7);
    const size = random.range(0.2, 0.75);
    return ball(Math.abs(x) < 1.3 ? x + 2.6 : x, size * 0.1, z, size, finish);
  });
}

function woodFloor({ random, noise }: Easel): Finisher {
  const [litter, moss] = random.pick([
    [colour("#5b452c"), colour("#4b5526")],
    [colour("#4a3b26"), colour("#3d4a22")],
    [colour("#6b4a2a"), colour("#55512c")],
  ] as const);
  return (s, out) => {
    const green = smoothstep(-0.1, 0.35, noise.fbm(s.x / 2.3, s.z / 2.3, 3));
    const near = smoothstep(60, 3, s.distance);
    const crumbs = 0.75 + noise.fbm(s.x / 0.1, s.z / 0.16, 4) * 1.4 * near + noise.fbm(s.x / 1.2, s.z / 1.2, 3) * 0.5;
    const path = smoothstep(1.5, 0.4, Math.abs(s.x + noise.at(s.z / 11, 2) * 2.4));
    tintBy(out, mix(mix(litter, moss, green), [0.2, 0.15, 0.1], path * 0.6), Math.max(0.1, crumbs));
  };
}

/** Leaves against the light at the top of the picture: dark where the noise is thick, torn at the edge. */
function canopy({ plate, random, noise }: Easel, mist: Colour): void {
  const deep = random.range(0.12, 0.4);
  const [r, g, b] = [mist[0] * 0.16, mist[1] * 0.2, mist[2] * 0.12];
  for (let y = 0; y < PLATE_HEIGHT * 0.55; y++) {
    for (let x = 0; x < PLATE_WIDTH; x++) {
      const high = 1 - y / (PLATE_HEIGHT * 0.55);
      const thick = noise.fbm(x / 150, y / 120, 4) * 0.8 + noise.fbm(x / 19, y / 15, 3) * 0.75;
      const share = smoothstep(0.05, 0.3, thick + high * 0.9 - 1 + deep) * 0.85;
      if (share <= 0) continue;
      const at = (y * PLATE_WIDTH + x) * 3;
      plate.light[at] = (plate.light[at] ?? 0) * (1 - share) + r * share;
      plate.light[at + 1] = (plate.light[at + 1] ?? 0) * (1 - share) + g * share;
      plate.light[at + 2] = (plate.light[at + 2] ?? 0) * (1 - share) + b * share;
    }
  }
}

/** Shafts of sun: bands that fan from above the picture, stronger where there is more air to light. */
function shafts({ plate, random, noise }: Easel, depth: Float32Array, side: number): void {
  const fromX = PLATE_WIDTH * (0.5 + Math.sign(side) * random.range(0.3, 0.8));
  const fromY = -PLATE_HEIGHT * random.range(0.2, 0.6);
  for (let y = 0; y < PLATE_HEIGHT; y++) {
    for (let x = 0; x < PLATE_WIDTH; x++) {
      const angle = Math.atan2(x - fromX, y - fromY);
      const band = smoothstep(0.02, 0.4, noise.at(angle * 11, 3) + noise.at(angle * 29, 8) * 0.4);
      const far = Math.min(1, (depth[y * PLATE_WIDTH + x] ?? 60) / 30);
      const share = band * far * 0.2 * (1 - (y / PLATE_HEIGHT) * 0.8);
      addLight(plate, (y * PLATE_WIDTH + x) * 3, share, share * 0.88, share * 0.6);
    }
  }
}
