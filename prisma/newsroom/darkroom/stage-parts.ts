import type { Camera, Vector } from "./camera";
import type { Colour } from "./plate";
import type { Sky } from "./sky";
import type { SolidTree } from "./solid-tree";
import type { Solid } from "./solids";
import type { Finish, Finisher, Surface } from "./surface";

export type Lamp = { x: number; y: number; z: number; light: Colour };

export type Stage = {
  camera: Camera;
  solids: Solid[];
  ground: { y: number; finish: Finisher } | null;
  sky: Sky;
  sun: { direction: Vector; light: Colour; soft: number } | null;
  above: Colour;
  below: Colour;
  lamps: Lamp[];
  fog: { light: Colour; density: number } | null;
};

export type Tracing = {
  stage: Stage;
  surface: Surface;
  finish: Finish;
  light: Vector;
  tree: SolidTree;
  /** Scratch of the mirrored ray, here so that nothing is allocated a ray. */
  kept: Surface;
  mirrored: Vector;
  salt: number;
  /** Follows a further ray: from a place, in a direction; `bounce` counts the mirrors on its way. */
  follow: (tracing: Tracing, ox: number, oy: number, oz: number, d: Vector, bounce: number) => void;
};
