import { blurRows, sampleInto, shrink } from "./blur";
import { addLight, layOver, type Plate, smoothstep } from "./plate";

/**
 * Spreads bright light over its neighbours, as glass and film do.
 *
 * @param threshold light below this stays where it is
 * @param radius in pixels of the plate
 */
export function bloom(plate: Plate, threshold: number, radius: number, strength: number): void {
  const small = shrink(plate, 4);
  for (let i = 0; i < small.light.length; i++) small.light[i] = Math.min(8, Math.max(0, (small.light[i] ?? 0) - threshold));
  blurRows(small.light, small.width, small.height, 3, radius / 6);
  blend(plate, small, (index, light) => {
    addLight(plate, index, (light[0] ?? 0) * strength, (light[1] ?? 0) * strength, (light[2] ?? 0) * strength);
  });
}

/** Puts the whole plate out of focus; `radius` in pixels. */
export function defocus(plate: Plate, radius: number): void {
  const small = shrink(plate, radius > 6 ? 2 : 1);
  blurRows(small.light, small.width, small.height, 3, radius / (radius > 6 ? 4 : 2));
  blend(plate, small, (index, light) => layOver(plate, index, light[0] ?? 0, light[1] ?? 0, light[2] ?? 0, 1));
}

/**
 * Depth of field: what is nearer or farther than the focus grows soft.
 *
 * @param depth metres to what each pixel shows
 * @param strength pixels of blur for a thing infinitely far when the focus is at 1 m
 */
export function depthOfField(plate: Plate, depth: Float32Array, focusM: number, strength: number): void {
  const near = shrink(plate, 2);
  blurRows(near.light, near.width, near.height, 3, Math.max(1, strength / 10));
  const far = shrink(plate, 4);
  blurRows(far.light, far.width, far.height, 3, Math.max(1, strength / 9));
  const soft = new Float32Array(3);
  blend(plate, near, (index, light, u, v) => {
    const out = Math.abs(1 / Math.max(0.05, depth[index / 3] ?? 1e6) - 1 / focusM) * strength;
    if (out < 1) return;
    layOver(plate, index, light[0] ?? 0, light[1] ?? 0, light[2] ?? 0, smoothstep(1, 4, out));
    if (out < 4) return;
    sampleInto(far, u, v, soft);
    layOver(plate, index, soft[0] ?? 0, soft[1] ?? 0, soft[2] ?? 0, smoothstep(4, 12, out));
  });
}

/** A round glow, brightest in the middle; place and radius in pixels. */
export function glow(plate: Plate, px: number, py: number, radius: number, light: readonly [number, number, number], power = 2): void {
  const reach = radius * 6;
  const fromY = Math.max(0, Math.floor(py - reach));
  const toY = Math.min(plate.height - 1, Math.ceil(py + reach));
  const fromX = Math.max(0, Math.floor(px - reach));
  const toX = Math.min(plate.width - 1, Math.ceil(px + reach));
  for (let y = fromY; y <= toY; y++) {
    for (let x = fromX; x <= toX; x++) {
      const far = Math.hypot(x - px, y - py) / radius;
      const share = (1 / (1 + far * far)) ** power * (1 - smoothstep(4, 6, far));
      addLight(plate, (y * plate.width + x) * 3, light[0] * share, light[1] * share, light[2] * share);
    }
  }
}

/** A light out of focus: a disc with a slightly brighter rim, as a lens draws it. */
export function bokeh(plate: Plate, px: number, py: number, radius: number, light: readonly [number, number, number]): void {
  const toY = Math.min(plate.height - 1, Math.ceil(py + radius + 2));
  const toX = Math.min(plate.width - 1, Math.ceil(px + radius + 2));
  for (let y = Math.max(0, Math.floor(py - radius - 2)); y <= toY; y++) {
    for (let x = Math.max(0, Math.floor(px - radius - 2)); x <= toX; x++) {
      const far = Math.hypot(x - px, y - py);
      const share = smoothstep(radius + 1.5, radius - 1.5, far) * (0.75 + 0.35 * (far / radius) ** 4);
      if (share > 0) addLight(plate, (y * plate.width + x) * 3, light[0] * share, light[1] * share, light[2] * share);
    }
  }
}

function blend(plate: Plate, small: Plate, lay: (index: number, light: Float32Array, u: number, v: number) => void): void {
  const light = new Float32Array(3);
  for (let y = 0; y < plate.height; y++) {
    const v = (y + 0.5) / plate.height;
    for (let x = 0; x < plate.width; x++) {
      const u = (x + 0.5) / plate.width;
      sampleInto(small, u, v, light);
      lay((y * plate.width + x) * 3, light, u, v);
    }
  }
}
