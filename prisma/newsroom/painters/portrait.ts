import { blurRows } from "@/prisma/newsroom/darkroom/blur";
import { bloom, bokeh, defocus } from "@/prisma/newsroom/darkroom/lens";
import {
  addLight,
  type Colour,
  clamp,
  colour,
  layOver,
  mix,
  PLATE_HEIGHT,
  PLATE_WIDTH,
  smoothstep,
} from "@/prisma/newsroom/darkroom/plate";
import { maskSvg } from "@/prisma/newsroom/darkroom/svg-layer";
import type { Easel, Painter } from "./painter";
import { drawSitter } from "./sitter";

/** A person against the light: the face in shadow, an edge of light on hair and shoulder, the room behind out of focus. */
export const paintPortrait: Painter = async (easel) => {
  const { plate, random } = easel;
  const isBright = random.chance(0.45);
  backdrop(easel, isBright);
  defocus(plate, 16);
  const fromRight = random.chance(0.5);
  const rim: Colour = random.pick([
    [1, 0.78, 0.5],
    [0.75, 0.88, 1],
    [1, 0.9, 0.75],
  ]);
  const parts = drawSitter(random, PLATE_WIDTH * random.range(0.36, 0.64), PLATE_HEIGHT);
  const coat: Colour = random.pick([
    [0.018, 0.02, 0.026],
    [0.035, 0.028, 0.022],
    [0.02, 0.028, 0.024],
    [0.05, 0.05, 0.052],
  ]);
  const hair: Colour = random.pick([
    [0.01, 0.008, 0.007],
    [0.03, 0.02, 0.012],
    [0.034, 0.032, 0.03],
    [0.05, 0.03, 0.016],
  ]);
  const skin: Colour = random.pick([
    [0.16, 0.095, 0.065],
    [0.075, 0.045, 0.03],
    [0.12, 0.072, 0.05],
  ]);
  const dim: Colour = [skin[0] * 0.42, skin[1] * 0.42, skin[2] * 0.42];
  await modelPart(easel, parts.body, coat, { fromRight, rim, round: 80, strength: 0.55, fray: 0.6 });
  await modelPart(easel, parts.neck, [dim[0] * 0.6, dim[1] * 0.6, dim[2] * 0.6], { fromRight, rim, round: 34, strength: 0.25, fray: 0 });
  await modelPart(easel, parts.face, dim, { fromRight, rim, round: 52, strength: 0.9, fray: 0 });
  await modelPart(easel, parts.hair, hair, { fromRight, rim, round: 34, strength: 1.3, fray: 7 });
  bloom(plate, 0.6, 60, 0.35);
  return { exposure: isBright ? 0.15 : 0.65, saturation: 0.8, grain: 0.034, vignette: 0.42 };
};

function backdrop({ plate, random, noise }: Easel, isBright: boolean): void {
  const [low, high] = random.pick([
    [colour("#2a2f36"), colour("#5d6770")],
    [colour("#3a2f28"), colour("#8a7358")],
    [colour("#1f2a2a"), colour("#4f6660")],
    [colour("#2b2530"), colour("#6a5a68")],
  ] as const);
  const gain = isBright ? 2.6 : 0.8;
  const lightX = random.range(0.1, 0.9);
  const bars = random.chance(0.5);
  for (let y = 0; y < PLATE_HEIGHT; y++) {
    for (let x = 0; x < PLATE_WIDTH; x++) {
      const u = x / PLATE_WIDTH;
      const v = y / PLATE_HEIGHT;
      const near = Math.exp(-((u - lightX) ** 2 * 5 + (v - 0.3) ** 2 * 3));
      const [r, g, b] = mix(low, high, clamp(near * 1.2 + noise.fbm(u * 3, v * 2, 4) * 0.6));
      const window = bars && Math.sin(u * 21 + lightX * 9) > 0.35 && v < 0.72 ? 1.9 : 1;
      const at = (y * PLATE_WIDTH + x) * 3;
      addLight(plate, at, r * gain * window, g * gain * window, b * gain * window);
    }
  }
  for (let i = 0; i < random.whole(0, 22); i++) {
    const warm = random.range(0.5, 1);
    const gainOf = random.range(0.05, 0.3);
    bokeh(plate, random.range(0, PLATE_WIDTH), random.range(0, PLATE_HEIGHT * 0.75), random.range(12, 42), [
      gainOf,
      gainOf * (0.6 + warm * 0.3),
      gainOf * warm * 0.7,
    ]);
  }
}

/** Pixels over which a part curves away from the light, how much of the light its edge takes, and by how many pixels hair stands out. */
type Modelling = { fromRight: boolean; rim: Colour; round: number; strength: number; fray: number };

/** Gives a flat shape body: its mask, blurred, is taken for its thickness, whose slope is lit from behind and a little from before. */
async function modelPart({ plate, noise }: Easel, shapes: string, tint: Colour, how: Modelling): Promise<void> {
  const mask = await maskSvg(shapes, 1.4);
  const thick = Float32Array.from(mask);
  blurRows(thick, PLATE_WIDTH, PLATE_HEIGHT, 1, how.round / 2.4);
  const side = how.fromRight ? 1 : -1;
  const bulge = (index: number) => (thick[index] ?? 0) * how.round;
  for (let i = PLATE_WIDTH; i < PLATE_WIDTH * (PLATE_HEIGHT - 1); i++) {
    const x = i % PLATE_WIDTH;
    const y = Math.floor(i / PLATE_WIDTH);
    if ((thick[i] ?? 0) < 0.04) continue;
    const stray = how.fray === 0 ? 0 : Math.round(noise.fbm(x / 4.5, y / 7, 3) * how.fray);
    const share = mask[i + stray + stray * PLATE_WIDTH] ?? 0;
    const slopeX = (bulge(i - 1) - bulge(i + 1)) * side;
    const slopeY = bulge(i - PLATE_WIDTH) - bulge(i + PLATE_WIDTH);
    const edge = smoothstep(0.66, 0.42, thick[i] ?? 0);
    const rough = 1 + noise.fbm(x / 3.2, y / 5, 3) * 0.12 + noise.fbm(x / 46, y / 46, 3) * 0.2;
    const soft = (0.12 + clamp(slopeX * 0.55 + 0.1) * 0.6) * rough;
    const line = edge * edge * clamp(slopeX * 0.7 - slopeY * 0.55) * how.strength * (0.85 + noise.fbm(x / 4, y / 14, 3) * 0.6);
    const [r, g, b] = [tint[0] * soft + how.rim[0] * line, tint[1] * soft + how.rim[1] * line, tint[2] * soft + how.rim[2] * line];
    layOver(plate, i * 3, r, g, b, share);
  }
}
