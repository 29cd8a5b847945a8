import { lookThrough, type Vector } from "./camera";
import { addLight, layOver, PLATE_HEIGHT, PLATE_WIDTH, type Plate } from "./plate";
import { growTree, hitTree, treeHit } from "./solid-tree";
import { writeNormal } from "./solids";
import { lightSurface } from "./stage-light";
import type { Stage, Tracing } from "./stage-parts";
import type { Finish, Surface } from "./surface";

const GROUND = -1;
const NOTHING = -2;

/**
 * Paints a stage of solids by following each pixel's ray: light, one mirrored ray, air.
 *
 * @returns metres to what each pixel shows; 1e6 for the sky
 */
export function paintStage(plate: Plate, stage: Stage): Float32Array {
  const depth = new Float32Array(PLATE_WIDTH * PLATE_HEIGHT).fill(1e6);
  const seen = new Int16Array(PLATE_WIDTH * PLATE_HEIGHT).fill(NOTHING);
  const tracing: Tracing = {
    stage,
    surface: emptySurface(),
    finish: emptyFinish(),
    light: { x: 0, y: 0, z: 0 },
    tree: growTree(stage.solids),
    kept: emptySurface(),
    mirrored: { x: 0, y: 0, z: 0 },
    salt: 0,
    follow: followRay,
  };
  const look: Vector = { x: 0, y: 0, z: 0 };
  for (let y = 0; y < PLATE_HEIGHT; y++) {
    for (let x = 0; x < PLATE_WIDTH; x++) {
      const at = y * PLATE_WIDTH + x;
      tracing.salt = at;
      lookThrough(stage.camera, x + 0.5, y + 0.5, look);
      followRay(tracing, stage.camera.x, stage.camera.y, stage.camera.z, look, 0);
      seen[at] = tracing.surface.solid;
      depth[at] = tracing.surface.distance;
      plate.light[at * 3] = tracing.light.x;
      plate.light[at * 3 + 1] = tracing.light.y;
      plate.light[at * 3 + 2] = tracing.light.z;
    }
  }
  softenEdges(plate, tracing, seen);
  return depth;
}

/** Pixels on an outline are seen three times more, a fraction of a pixel aside. */
function softenEdges(plate: Plate, tracing: Tracing, seen: Int16Array): void {
  for (let y = 0; y < PLATE_HEIGHT - 1; y++) {
    for (let x = 0; x < PLATE_WIDTH - 1; x++) {
      const at = y * PLATE_WIDTH + x;
      if (seen[at] !== seen[at + 1] || seen[at] !== seen[at + PLATE_WIDTH]) seeAgain(plate, tracing, x, y);
    }
  }
}

/** Where within and about its pixel a ray of the second look goes. */
const ASIDE = [
  [0.95, 0.35],
  [0.3, 0.95],
  [1.1, 1.1],
] as const;

function seeAgain(plate: Plate, tracing: Tracing, x: number, y: number): void {
  const { camera } = tracing.stage;
  const look: Vector = { x: 0, y: 0, z: 0 };
  const at = (y * PLATE_WIDTH + x) * 3;
  for (const [ox, oy] of ASIDE) {
    lookThrough(camera, x + ox, y + oy, look);
    followRay(tracing, camera.x, camera.y, camera.z, look, 0);
    addLight(plate, at, tracing.light.x, tracing.light.y, tracing.light.z);
  }
  layOver(plate, at, 0, 0, 0, 1 - 1 / (ASIDE.length + 1));
}

/** Follows a ray and leaves its light in `tracing.light`, what it met first in `tracing.surface`. */
function followRay(tracing: Tracing, ox: number, oy: number, oz: number, d: Vector, bounce: number): void {
  const { stage, surface, finish, light } = tracing;
  findSurface(tracing, ox, oy, oz, d);
  if (surface.solid === NOTHING) {
    stage.sky(d.x, d.y, d.z, light);
    return;
  }
  const solid = stage.solids[surface.solid];
  if (solid === undefined) {
    surface.nx = 0;
    surface.ny = 1;
    surface.nz = 0;
    clearFinish(finish);
    stage.ground?.finish(surface, finish);
  } else {
    writeNormal(solid, surface);
    clearFinish(finish);
    solid.finish(surface, finish);
  }
  lightSurface(tracing, d, bounce);
}

function findSurface(tracing: Tracing, ox: number, oy: number, oz: number, d: Vector): void {
  const { stage, surface } = tracing;
  let nearest = 1e6;
  let solidAt = NOTHING;
  if (stage.ground !== null && d.y < -1e-5) {
    const t = (stage.ground.y - oy) / d.y;
    if (t > 1e-4 && t < 20_000) {
      nearest = t;
      solidAt = GROUND;
    }
  }
  hitTree(tracing.tree, ox, oy, oz, d.x, d.y, d.z, nearest, false);
  if (treeHit.solid !== NOTHING) {
    nearest = treeHit.distance;
    solidAt = treeHit.solid;
  }
  surface.x = ox + d.x * nearest;
  surface.y = oy + d.y * nearest;
  surface.z = oz + d.z * nearest;
  surface.distance = nearest;
  surface.solid = solidAt;
}

function emptySurface(): Surface {
  return { x: 0, y: 0, z: 0, nx: 0, ny: 1, nz: 0, distance: 0, solid: NOTHING };
}

function emptyFinish(): Finish {
  return { r: 0, g: 0, b: 0, glowR: 0, glowG: 0, glowB: 0, gloss: 0, tiltX: 0, tiltZ: 0 };
}

function clearFinish(finish: Finish): void {
  finish.r = 0;
  finish.g = 0;
  finish.b = 0;
  finish.glowR = 0;
  finish.glowG = 0;
  finish.glowB = 0;
  finish.gloss = 0;
  finish.tiltX = 0;
  finish.tiltZ = 0;
}
