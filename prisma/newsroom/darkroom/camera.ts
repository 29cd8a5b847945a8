import { PLATE_HEIGHT, PLATE_WIDTH } from "./plate";

/** A view camera kept level: its lens is shifted, not tilted, so that uprights stay upright. Metres; y is up, z is forward. */
export type Camera = {
  x: number;
  y: number;
  z: number;
  /** Radians, positive turns right. */
  yaw: number;
  /** Focal length in picture widths: 0.7 is wide, 1 normal, 2.5 long. */
  focal: number;
  /** Where the horizon lies, from the top, in picture heights. */
  horizon: number;
};

/** A writable direction or point, reused in loops so that nothing is allocated a pixel. */
export type Vector = { x: number; y: number; z: number };

/** Writes the unit direction in which a pixel looks. */
export function lookThrough(camera: Camera, px: number, py: number, out: Vector): void {
  const across = (px - PLATE_WIDTH / 2) / (camera.focal * PLATE_WIDTH);
  const up = (camera.horizon * PLATE_HEIGHT - py) / (camera.focal * PLATE_WIDTH);
  const length = 1 / Math.sqrt(across * across + up * up + 1);
  const sin = Math.sin(camera.yaw);
  const cos = Math.cos(camera.yaw);
  out.x = (across * cos + sin) * length;
  out.y = up * length;
  out.z = (cos - across * sin) * length;
}

/** Where a point of the world falls on the plate, in pixels; `depth` is metres along the view, not positive when behind. */
export function project(camera: Camera, x: number, y: number, z: number): { px: number; py: number; depth: number } {
  const dx = x - camera.x;
  const dz = z - camera.z;
  const depth = dx * Math.sin(camera.yaw) + dz * Math.cos(camera.yaw);
  const side = dx * Math.cos(camera.yaw) - dz * Math.sin(camera.yaw);
  const safe = Math.abs(depth) < 1e-3 ? 1e-3 : depth;
  return {
    px: PLATE_WIDTH / 2 + (side / safe) * camera.focal * PLATE_WIDTH,
    py: camera.horizon * PLATE_HEIGHT - ((y - camera.y) / safe) * camera.focal * PLATE_WIDTH,
    depth,
  };
}
