import type { Vector } from "./camera";
import { cellHash } from "./seeded-random";
import { hitTree, treeHit } from "./solid-tree";
import type { Stage, Tracing } from "./stage-parts";
import type { Surface } from "./surface";

const NOTHING = -2;

/** Turns the surface and finish a ray met into light: sky, sun with soft shadow, lamps, one mirrored ray, air. */
export function lightSurface(tracing: Tracing, d: Vector, bounce: number): void {
  const { stage, surface, finish, light } = tracing;
  const upward = surface.ny * 0.5 + 0.5;
  let r = stage.below[0] + (stage.above[0] - stage.below[0]) * upward;
  let g = stage.below[1] + (stage.above[1] - stage.below[1]) * upward;
  let b = stage.below[2] + (stage.above[2] - stage.below[2]) * upward;
  const sun = stage.sun;
  if (sun !== null) {
    const facing = surface.nx * sun.direction.x + surface.ny * sun.direction.y + surface.nz * sun.direction.z;
    const share = facing > 0 ? facing * (bounce === 0 ? sunShare(tracing, sun.direction, sun.soft) : 0.8) : 0;
    r += sun.light[0] * share;
    g += sun.light[1] * share;
    b += sun.light[2] * share;
  }
  for (const lamp of stage.lamps) {
    const x = lamp.x - surface.x;
    const y = lamp.y - surface.y;
    const z = lamp.z - surface.z;
    const square = x * x + y * y + z * z;
    const facing = (surface.nx * x + surface.ny * y + surface.nz * z) / Math.sqrt(square);
    const share = Math.max(0, facing * 0.8 + 0.2) / (square + 0.5);
    r += lamp.light[0] * share;
    g += lamp.light[1] * share;
    b += lamp.light[2] * share;
  }
  light.x = finish.r * r + finish.glowR;
  light.y = finish.g * g + finish.glowG;
  light.z = finish.b * b + finish.glowB;
  if (finish.gloss > 0.004 && bounce === 0) addMirrored(tracing, d);
  if (stage.fog !== null) addAir(stage, surface, light);
}

/** Share of the sun that reaches a place: rays to places on its disc, chosen by the pixel; grain hides the rest. */
function sunShare(tracing: Tracing, direction: Vector, soft: number): number {
  const rays = soft > 0 ? 2 : 1;
  let free = 0;
  for (let i = 0; i < rays; i++) {
    const jitterX = (cellHash(tracing.salt, i, 5) - 0.5) * soft;
    const jitterY = (cellHash(tracing.salt, i, 11) - 0.5) * soft;
    free += isShaded(tracing, direction.x + jitterX, direction.y + jitterY, direction.z - jitterX * 0.5) ? 0 : 1;
  }
  return free / rays;
}

function isShaded(tracing: Tracing, dx: number, dy: number, dz: number): boolean {
  const { surface } = tracing;
  const lift = 0.002 + surface.distance * 1e-4;
  hitTree(tracing.tree, surface.x + surface.nx * lift, surface.y + surface.ny * lift, surface.z + surface.nz * lift, dx, dy, dz, 1e5, true);
  return treeHit.solid !== NOTHING;
}

/** Adds what the surface mirrors; a glancing look mirrors more (Schlick 1994). */
function addMirrored(tracing: Tracing, d: Vector): void {
  const { surface, finish, light, kept, mirrored } = tracing;
  copySurface(surface, kept);
  const ownR = light.x;
  const ownG = light.y;
  const ownB = light.z;
  let nx = surface.nx + finish.tiltX;
  const ny = surface.ny;
  let nz = surface.nz + finish.tiltZ;
  const size = 1 / Math.sqrt(nx * nx + ny * ny + nz * nz);
  nx *= size;
  nz *= size;
  const up = ny * size;
  const facing = d.x * nx + d.y * up + d.z * nz;
  mirrored.x = d.x - 2 * facing * nx;
  mirrored.y = d.y - 2 * facing * up;
  mirrored.z = d.z - 2 * facing * nz;
  // A rippled floor must not mirror what is under it.
  if (surface.ny > 0.5) mirrored.y = Math.abs(mirrored.y) + 1e-4;
  const share = finish.gloss + (1 - finish.gloss) * finish.gloss * 1.6 * (1 - Math.min(1, Math.abs(facing))) ** 4;
  tracing.follow(tracing, kept.x + kept.nx * 0.003, kept.y + kept.ny * 0.003, kept.z + kept.nz * 0.003, mirrored, 1);
  light.x = ownR * (1 - share) + light.x * share;
  light.y = ownG * (1 - share) + light.y * share;
  light.z = ownB * (1 - share) + light.z * share;
  copySurface(kept, surface);
}

function copySurface(from: Surface, to: Surface): void {
  to.x = from.x;
  to.y = from.y;
  to.z = from.z;
  to.nx = from.nx;
  to.ny = from.ny;
  to.nz = from.nz;
  to.distance = from.distance;
  to.solid = from.solid;
}

function addAir(stage: Stage, surface: Surface, light: Vector): void {
  if (stage.fog === null) return;
  const share = 1 - Math.exp(-surface.distance * stage.fog.density);
  light.x += (stage.fog.light[0] - light.x) * share;
  light.y += (stage.fog.light[1] - light.y) * share;
  light.z += (stage.fog.light[2] - light.z) * share;
}
