import type { Camera, Vector } from "./camera";
import { type Colour, clamp, PLATE_HEIGHT, PLATE_WIDTH, type Plate } from "./plate";

/** One place on a terrain, as its colouring sees it. */
export type Ground = {
  x: number;
  z: number;
  height: number /** 1 level, 0 upright. */;
  level: number /** Sunlight received, 0 to 1, shadows counted. */;
  sunlit: number;
  distance: number;
};

export type Terrain = {
  /** Its yaw is not used: a terrain is looked at along z. */
  camera: Camera;
  near: number;
  far: number;
  steps: number;
  height: (x: number, z: number) => number;
  /** Writes the light a place sends back, the sun and sky of the scene counted in. */
  cover: (ground: Ground, out: Vector) => void;
  sun: Vector;
  haze: Colour;
  /** Share of haze at a distance and height. */
  air: (distance: number, height: number) => number;
};

type Columns = { top: Float32Array; last: Float32Array; lastLight: Float32Array; heights: Float32Array; shade: Float32Array };

/**
 * Paints a height field from near to far, each column filled upwards only ("voxel space"), with shadows
 * cast along each row of equal distance.
 *
 * @returns metres to what each pixel shows; 1e6 where the terrain shows nothing
 */
export function paintTerrain(plate: Plate, terrain: Terrain): Float32Array {
  const depth = new Float32Array(PLATE_WIDTH * PLATE_HEIGHT).fill(1e6);
  const columns: Columns = {
    top: new Float32Array(PLATE_WIDTH).fill(PLATE_HEIGHT),
    last: new Float32Array(PLATE_WIDTH),
    lastLight: new Float32Array(PLATE_WIDTH * 3),
    heights: new Float32Array(PLATE_WIDTH + 1),
    shade: new Float32Array(PLATE_WIDTH),
  };
  const ratio = (terrain.far / terrain.near) ** (1 / terrain.steps);
  let distance = terrain.near;
  for (let step = 0; step <= terrain.steps; step++) {
    measureRow(terrain, columns, distance);
    drawRow(plate, terrain, columns, distance, distance * (1 - 1 / ratio), step === 0, depth);
    distance *= ratio;
  }
  return depth;
}

function measureRow(terrain: Terrain, columns: Columns, distance: number): void {
  const { camera, sun } = terrain;
  const wide = distance / (camera.focal * PLATE_WIDTH);
  for (let x = 0; x <= PLATE_WIDTH; x++) columns.heights[x] = terrain.height(camera.x + (x - PLATE_WIDTH / 2) * wide, camera.z + distance);
  const drop = (sun.y / Math.max(0.05, Math.abs(sun.x))) * wide;
  const fromRight = sun.x > 0;
  let shadow = -1e9;
  for (let i = 0; i < PLATE_WIDTH; i++) {
    const x = fromRight ? PLATE_WIDTH - 1 - i : i;
    const height = columns.heights[x] ?? 0;
    shadow -= drop;
    // The edge of a shadow softens with the distance it fell.
    columns.shade[x] = clamp((shadow - height) / (drop * 14 + wide * 2));
    if (height > shadow) shadow = height;
  }
}

function drawRow(
  plate: Plate,
  terrain: Terrain,
  columns: Columns,
  distance: number,
  stride: number,
  isFirst: boolean,
  depth: Float32Array,
): void {
  const { camera, sun } = terrain;
  const pixelsPerMetre = (camera.focal * PLATE_WIDTH) / distance;
  const ground: Ground = { x: 0, z: camera.z + distance, height: 0, level: 1, sunlit: 0, distance };
  const light: Vector = { x: 0, y: 0, z: 0 };
  for (let x = 0; x < PLATE_WIDTH; x++) {
    const height = columns.heights[x] ?? 0;
    const top = columns.top[x] ?? 0;
    const py = camera.horizon * PLATE_HEIGHT - (height - camera.y) * pixelsPerMetre;
    const across = (x - PLATE_WIDTH / 2) / (camera.focal * PLATE_WIDTH);
    const slopeX = ((columns.heights[x + 1] ?? 0) - height) * pixelsPerMetre;
    const slopeZ = isFirst ? 0 : (height - (columns.last[x] ?? 0)) / stride - slopeX * across;
    columns.last[x] = height;
    if (py >= top && !isFirst) continue;
    const length = 1 / Math.sqrt(slopeX * slopeX + slopeZ * slopeZ + 1);
    ground.x = camera.x + across * distance;
    ground.height = height;
    ground.level = length;
    ground.sunlit = clamp((-slopeX * sun.x + sun.y - slopeZ * sun.z) * length) * (1 - (columns.shade[x] ?? 0));
    terrain.cover(ground, light);
    const air = terrain.air(distance, height);
    fillColumn(
      plate,
      columns,
      x,
      py,
      light.x + (terrain.haze[0] - light.x) * air,
      light.y + (terrain.haze[1] - light.y) * air,
      light.z + (terrain.haze[2] - light.z) * air,
      isFirst,
      depth,
      distance,
    );
  }
}

function fillColumn(
  plate: Plate,
  columns: Columns,
  x: number,
  py: number,
  r: number,
  g: number,
  b: number,
  isFirst: boolean,
  depth: Float32Array,
  distance: number,
): void {
  const low = columns.top[x] ?? 0;
  const high = Math.max(0, Math.min(low, py));
  const kept = x * 3;
  const span = Math.max(1, low - py);
  for (let y = Math.ceil(low) - 1; y >= Math.ceil(high); y--) {
    const share = isFirst ? 1 : clamp((low - y) / span);
    const at = (y * PLATE_WIDTH + x) * 3;
    plate.light[at] = (columns.lastLight[kept] ?? 0) * (1 - share) + r * share;
    plate.light[at + 1] = (columns.lastLight[kept + 1] ?? 0) * (1 - share) + g * share;
    plate.light[at + 2] = (columns.lastLight[kept + 2] ?? 0) * (1 - share) + b * share;
    depth[at / 3] = distance;
  }
  columns.lastLight[kept] = r;
  columns.lastLight[kept + 1] = g;
  columns.lastLight[kept + 2] = b;
  columns.top[x] = high;
}
