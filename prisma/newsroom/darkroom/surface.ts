/** A place on a surface. `solid` is its number on the stage, -1 the ground. */
export type Surface = { x: number; y: number; z: number; nx: number; ny: number; nz: number; distance: number; solid: number };

/** What a surface is like at a place: colour, own light, share of mirrored light and how rough the mirror is. */
export type Finish = {
  r: number;
  g: number;
  b: number;
  glowR: number;
  glowG: number;
  glowB: number;
  gloss: number;
  tiltX: number;
  tiltZ: number;
};

/** Writes how a surface looks at one place. */
export type Finisher = (surface: Surface, out: Finish) => void;
