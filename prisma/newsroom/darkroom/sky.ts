import { type Camera, lookThrough, type Vector } from "./camera";
import type { Noise } from "./noise";
import { type Colour, clamp, PLATE_HEIGHT, PLATE_WIDTH, type Plate, smoothstep } from "./plate";

export type Sun = {
  x: number;
  y: number;
  z: number;
  colour: Colour /** Strength of the glow about it. */;
  glow: number /** The disc itself is seen. */;
  disc: boolean;
};

export type SkyLook = {
  zenith: Colour;
  horizon: Colour;
  sun: Sun;
  clouds: { cover: number; scale: number; soft: number; lit: Colour; shade: Colour; seed: number } | null;
};

/** Writes the light that comes from a direction (unit length). */
export type Sky = (x: number, y: number, z: number, out: Vector) => void;

/** A sun direction from its bearing (radians, 0 ahead, positive right) and its height (radians). */
export function sunAt(bearing: number, height: number): Vector {
  return { x: Math.sin(bearing) * Math.cos(height), y: Math.sin(height), z: Math.cos(bearing) * Math.cos(height) };
}

/** A sky as a function of direction: gradient, glow about the sun, and clouds on a plane above. */
export function makeSky(look: SkyLook, noise: Noise): Sky {
  const { zenith, horizon, sun, clouds } = look;
  return (x, y, z, out) => {
    const rise = clamp(y);
    const high = 1 - (1 - rise) ** 4.4;
    const facing = Math.max(0, x * sun.x + y * sun.y + z * sun.z);
    const halo = sun.glow * (0.16 * facing ** 5 + 0.75 * facing ** 36 + 2 * facing ** 400);
    let r = horizon[0] + (zenith[0] - horizon[0]) * high + sun.colour[0] * halo;
    let g = horizon[1] + (zenith[1] - horizon[1]) * high + sun.colour[1] * halo;
    let b = horizon[2] + (zenith[2] - horizon[2]) * high + sun.colour[2] * halo;
    if (sun.disc && facing > 0.99985) {
      const disc = 12 * smoothstep(0.99985, 0.99994, facing);
      r += sun.colour[0] * disc;
      g += sun.colour[1] * disc;
      b += sun.colour[2] * disc;
    }
    if (clouds !== null && y > 0.004) {
      const reach = clouds.scale / (y + 0.07);
      const u = x * reach + clouds.seed;
      const v = z * reach;
      const thick = noise.fbm(u, v, 5);
      const cover = smoothstep(0.42 - clouds.cover, 0.42 - clouds.cover + clouds.soft, thick) * smoothstep(0.004, 0.09, y);
      const toSun = noise.fbm(u + sun.x * 0.22, v + sun.z * 0.22, 3);
      const bright = clamp(0.45 + (thick - toSun) * 1.5 + 0.5 * facing ** 5 - cover * 0.2);
      const through = halo * (1 - cover * 0.75);
      r += (clouds.shade[0] + (clouds.lit[0] - clouds.shade[0]) * bright + sun.colour[0] * through * 0.6 - r) * cover;
      g += (clouds.shade[1] + (clouds.lit[1] - clouds.shade[1]) * bright + sun.colour[1] * through * 0.6 - g) * cover;
      b += (clouds.shade[2] + (clouds.lit[2] - clouds.shade[2]) * bright + sun.colour[2] * through * 0.6 - b) * cover;
    }
    out.x = r;
    out.y = g;
    out.z = b;
  };
}

/** Paints the sky over the whole plate, at half its size in each way: skies have no fine edges. */
export function paintSky(plate: Plate, camera: Camera, sky: Sky): void {
  const wide = PLATE_WIDTH / 2 + 1;
  const tall = PLATE_HEIGHT / 2 + 1;
  const coarse = new Float32Array(wide * tall * 3);
  const look: Vector = { x: 0, y: 0, z: 0 };
  const light: Vector = { x: 0, y: 0, z: 0 };
  const rows = Math.min(tall, Math.ceil((camera.horizon * PLATE_HEIGHT) / 2) + 4);
  for (let y = 0; y < rows; y++) {
    for (let x = 0; x < wide; x++) {
      lookThrough(camera, x * 2, y * 2, look);
      sky(look.x, look.y, look.z, light);
      const at = (y * wide + x) * 3;
      coarse[at] = light.x;
      coarse[at + 1] = light.y;
      coarse[at + 2] = light.z;
    }
  }
  spread(plate, coarse, wide, Math.min(PLATE_HEIGHT, (rows - 1) * 2));
}

function spread(plate: Plate, coarse: Float32Array, wide: number, rows: number): void {
  for (let y = 0; y < rows; y++) {
    const fy = (y & 1) * 0.5;
    for (let x = 0; x < PLATE_WIDTH; x++) {
      const fx = (x & 1) * 0.5;
      const from = ((y >> 1) * wide + (x >> 1)) * 3;
      const to = (y * PLATE_WIDTH + x) * 3;
      for (let c = 0; c < 3; c++) {
        const top = (coarse[from + c] ?? 0) * (1 - fx) + (coarse[from + 3 + c] ?? 0) * fx;
        const low = (coarse[from + wide * 3 + c] ?? 0) * (1 - fx) + (coarse[from + wide * 3 + 3 + c] ?? 0) * fx;
        plate.light[to + c] = top * (1 - fy) + low * fy;
      }
    }
  }
}
