import type { Vector } from "@/prisma/newsroom/darkroom/camera";
import type { Noise } from "@/prisma/newsroom/darkroom/noise";
import { type Colour, colour } from "@/prisma/newsroom/darkroom/plate";
import type { SeededRandom } from "@/prisma/newsroom/darkroom/seeded-random";
import { makeSky, type Sky, sunAt } from "@/prisma/newsroom/darkroom/sky";

export type Hour = "dawn" | "day" | "overcast" | "dusk" | "storm";

/** The light of an hour: sky, sun, and what reaches surfaces from above and below. */
export type Weather = { hour: Hour; sky: Sky; sun: Vector; sunLight: Colour; above: Colour; below: Colour; haze: Colour };

type Palette = {
  zenith: Colour;
  horizon: Colour;
  sun: Colour;
  glow: number;
  lit: Colour;
  shade: Colour;
  direct: number;
  height: [number, number];
  cover: [number, number];
  above: Colour;
};

const PALETTES: Record<Hour, Palette> = {
  dawn: {
    zenith: colour("#5f7fa6"),
    horizon: colour("#e2cbb4"),
    sun: colour("#ffcf9c"),
    glow: 0.4,
    lit: colour("#f6cfae"),
    shade: colour("#8b8a9c"),
    direct: 1.5,
    height: [0.1, 0.22],
    cover: [-0.1, 0.35],
    above: colour("#8c9fbd", 0.8),
  },
  day: {
    zenith: colour("#3f72ad"),
    horizon: colour("#c4d6e2"),
    sun: colour("#fff0d8"),
    glow: 0.35,
    lit: colour("#f4f1ea"),
    shade: colour("#98a3ae"),
    direct: 2.1,
    height: [0.55, 0.95],
    cover: [0, 0.4],
    above: colour("#9fb8d4", 0.75),
  },
  overcast: {
    zenith: colour("#8f989f"),
    horizon: colour("#cfd3d2"),
    sun: colour("#f2eee6"),
    glow: 0.08,
    lit: colour("#d6d8d6"),
    shade: colour("#868d93"),
    direct: 0.25,
    height: [0.6, 0.9],
    cover: [0.5, 0.7],
    above: colour("#c3c9cc", 0.95),
  },
  dusk: {
    zenith: colour("#27375a"),
    horizon: colour("#c08a6c"),
    sun: colour("#ffa05c"),
    glow: 0.5,
    lit: colour("#e59b78"),
    shade: colour("#4c4a63"),
    direct: 1.0,
    height: [0.045, 0.12],
    cover: [0, 0.4],
    above: colour("#5d6a92", 0.7),
  },
  storm: {
    zenith: colour("#4a545e"),
    horizon: colour("#a9aca6"),
    sun: colour("#e8dcc0"),
    glow: 0.15,
    lit: colour("#b9b8b0"),
    shade: colour("#3c434c"),
    direct: 0.35,
    height: [0.3, 0.6],
    cover: [0.45, 0.65],
    above: colour("#7f8a92", 0.8),
  },
};

/**
 * Chooses the light of a scene.
 *
 * @param bearing where the sun stands, radians from straight ahead, positive right
 */
export function chooseWeather(random: SeededRandom, noise: Noise, hour: Hour, bearing: number): Weather {
  const palette = PALETTES[hour];
  const height = random.range(palette.height[0], palette.height[1]);
  const sun = sunAt(bearing, height);
  const cover = random.range(palette.cover[0], palette.cover[1]);
  const sky = makeSky(
    {
      zenith: palette.zenith,
      horizon: palette.horizon,
      sun: { ...sun, colour: palette.sun, glow: palette.glow, disc: palette.glow > 0.3 },
      clouds: {
        cover,
        scale: random.range(0.35, 0.8),
        soft: random.range(0.25, 0.5),
        lit: palette.lit,
        shade: palette.shade,
        seed: random.range(0, 200),
      },
    },
    noise,
  );
  const [r, g, b] = palette.sun;
  const sunLight: Colour = [r * palette.direct, g * palette.direct, b * palette.direct];
  const below: Colour = [palette.above[0] * 0.35, palette.above[1] * 0.33, palette.above[2] * 0.3];
  return { hour, sky, sun, sunLight, above: palette.above, below, haze: palette.horizon };
}

/** Writes a surface colour lit by the sun's share and the open sky. */
export function lightUp(weather: Weather, r: number, g: number, b: number, sunlit: number, open: number, out: Vector): void {
  out.x = r * (weather.sunLight[0] * sunlit + weather.above[0] * open);
  out.y = g * (weather.sunLight[1] * sunlit + weather.above[1] * open);
  out.z = b * (weather.sunLight[2] * sunlit + weather.above[2] * open);
}
