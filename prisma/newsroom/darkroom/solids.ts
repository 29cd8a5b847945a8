import type { Finisher, Surface } from "./surface";

/** A thing on the stage. Boxes are `low` to `high` corner; posts are upright cylinders; balls are spheres. Metres. */
export type Solid = {
  kind: "box" | "ball" | "post";
  minX: number;
  minY: number;
  minZ: number;
  maxX: number;
  maxY: number;
  maxZ: number;
  finish: Finisher;
};

/** A box with its foot's middle at (x, y, z). */
export function box(x: number, y: number, z: number, width: number, height: number, depth: number, finish: Finisher): Solid {
  return {
    kind: "box",
    minX: x - width / 2,
    minY: y,
    minZ: z - depth / 2,
    maxX: x + width / 2,
    maxY: y + height,
    maxZ: z + depth / 2,
    finish,
  };
}

/** A ball with its middle at (x, y, z). */
export function ball(x: number, y: number, z: number, radius: number, finish: Finisher): Solid {
  return {
    kind: "ball",
    minX: x - radius,
    minY: y - radius,
    minZ: z - radius,
    maxX: x + radius,
    maxY: y + radius,
    maxZ: z + radius,
    finish,
  };
}

/** An upright cylinder with its foot's middle at (x, y, z). */
export function post(x: number, y: number, z: number, radius: number, height: number, finish: Finisher): Solid {
  return { kind: "post", minX: x - radius, minY: y, minZ: z - radius, maxX: x + radius, maxY: y + height, maxZ: z + radius, finish };
}

/** Metres along a ray (unit direction) to a round solid's first surface; Infinity when it misses. */
export function hitRound(solid: Solid, ox: number, oy: number, oz: number, dx: number, dy: number, dz: number): number {
  return solid.kind === "ball" ? hitBall(solid, ox, oy, oz, dx, dy, dz) : hitPost(solid, ox, oy, oz, dx, dy, dz);
}

function hitBall(s: Solid, ox: number, oy: number, oz: number, dx: number, dy: number, dz: number): number {
  const radius = (s.maxX - s.minX) / 2;
  const px = ox - s.minX - radius;
  const py = oy - s.minY - radius;
  const pz = oz - s.minZ - radius;
  const along = px * dx + py * dy + pz * dz;
  const root = along * along - (px * px + py * py + pz * pz - radius * radius);
  if (root < 0) return Number.POSITIVE_INFINITY;
  const t = -along - Math.sqrt(root);
  return t > 1e-4 ? t : Number.POSITIVE_INFINITY;
}

function hitPost(s: Solid, ox: number, oy: number, oz: number, dx: number, dy: number, dz: number): number {
  const radius = (s.maxX - s.minX) / 2;
  const px = ox - s.minX - radius;
  const pz = oz - s.minZ - radius;
  const a = dx * dx + dz * dz;
  const along = px * dx + pz * dz;
  const root = along * along - a * (px * px + pz * pz - radius * radius);
  if (root < 0) return Number.POSITIVE_INFINITY;
  const side = (-along - Math.sqrt(root)) / a;
  const y = oy + dy * side;
  if (side > 1e-4 && y >= s.minY && y <= s.maxY) return side;
  const cap = ((dy < 0 ? s.maxY : s.minY) - oy) / dy;
  const cx = px + dx * cap;
  const cz = pz + dz * cap;
  return cap > 1e-4 && cx * cx + cz * cz <= radius * radius ? cap : Number.POSITIVE_INFINITY;
}

/** Writes the outward normal of a solid at a surface's place. */
export function writeNormal(solid: Solid, surface: Surface): void {
  const midX = (solid.minX + solid.maxX) / 2;
  const midY = (solid.minY + solid.maxY) / 2;
  const midZ = (solid.minZ + solid.maxZ) / 2;
  const halfX = (solid.maxX - solid.minX) / 2;
  const halfY = (solid.maxY - solid.minY) / 2;
  const halfZ = (solid.maxZ - solid.minZ) / 2;
  const x = (surface.x - midX) / halfX;
  const y = (surface.y - midY) / halfY;
  const z = (surface.z - midZ) / halfZ;
  const isCap = solid.kind === "post" && Math.abs(y) > 0.9999;
  surface.nx = 0;
  surface.ny = 0;
  surface.nz = 0;
  if (solid.kind !== "box" && !isCap) {
    surface.nx = x;
    surface.ny = solid.kind === "ball" ? y : 0;
    surface.nz = z;
  } else if (isCap || (Math.abs(y) >= Math.abs(x) && Math.abs(y) >= Math.abs(z))) surface.ny = Math.sign(y);
  else if (Math.abs(x) >= Math.abs(z)) surface.nx = Math.sign(x);
  else surface.nz = Math.sign(z);
}
