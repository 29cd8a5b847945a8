import { hitRound, type Solid } from "./solids";

/** Solids in a tree of boxes, so that a ray tries only those near it. */
export type SolidTree = {
  solids: Solid[];
  /** Six floats a node: low corner, high corner. */
  bounds: Float64Array;
  /** Three numbers a node: its children and the side it is cut along (0 x, 1 y, 2 z); for a leaf -1 - start, end in `order`, 0. */
  links: Int32Array;
  order: Int32Array;
  /** Six floats a solid, in the order of `order`. */
  boxes: Float64Array;
};

const LEAF_SOLIDS = 2;
const SIDES = ["X", "Y", "Z"] as const;
const NOTHING = -2;

/** Sorts solids into a tree. */
export function growTree(solids: Solid[]): SolidTree {
  const order = solids.map((_, i) => i);
  const bounds: number[] = [];
  const links: number[] = [];
  const grow = (from: number, to: number): number => {
    const node = links.length / 3;
    links.push(0, 0, 0);
    const span = spanOf(solids, order, from, to);
    bounds.push(...span);
    if (to - from <= LEAF_SOLIDS) {
      links[node * 3] = -1 - from;
      links[node * 3 + 1] = to;
      return node;
    }
    const cut = cheapestCut(solids, order.slice(from, to));
    for (const [i, index] of cut.sorted.entries()) order[from + i] = index;
    links[node * 3] = grow(from, from + cut.count);
    links[node * 3 + 1] = grow(from + cut.count, to);
    links[node * 3 + 2] = cut.side;
    return node;
  };
  if (solids.length > 0) grow(0, solids.length);
  const boxes = order.flatMap((_, i) => spanOf(solids, order, i, i + 1));
  return {
    solids,
    bounds: Float64Array.from(bounds),
    links: Int32Array.from(links),
    order: Int32Array.from(order),
    boxes: Float64Array.from(boxes),
  };
}

const stack = new Int32Array(128);
/**
 * The ray in hand: place, direction, one over direction, nearest hit so far, where it enters the last box.
 * It lies in an array because numbers handed from function to function are put on the heap, one by one.
 */
const ray = new Float64Array(11);
const NEAREST = 9;
const ENTER = 10;
/** The last ray's answer. */
export const treeHit = { distance: 1, solid: NOTHING };

/**
 * Finds the nearest solid on a ray nearer than `limit`; the answer is left in `treeHit`, `solid` -2 when there is none.
 *
 * @param any the first found will do (a shadow asks only whether there is one)
 */
export function hitTree(
  tree: SolidTree,
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  limit: number,
  any: boolean,
): void {
  ray[0] = ox;
  ray[1] = oy;
  ray[2] = oz;
  ray[3] = dx;
  ray[4] = dy;
  ray[5] = dz;
  ray[6] = 1 / dx;
  ray[7] = 1 / dy;
  ray[8] = 1 / dz;
  ray[NEAREST] = limit;
  treeHit.solid = NOTHING;
  walkTree(tree, any);
  treeHit.distance = ray[NEAREST] ?? limit;
}

function walkTree(tree: SolidTree, any: boolean): void {
  const { bounds, links } = tree;
  let depth = links.length > 0 ? 1 : 0;
  stack[0] = 0;
  while (depth > 0) {
    depth--;
    const node = whole(stack, depth);
    if (!entersBox(bounds, node * 6)) continue;
    const link = whole(links, node * 3);
    const other = whole(links, node * 3 + 1);
    if (link < 0) tryLeaf(tree, -1 - link, other);
    else depth = stackChildren(depth, link, other, whole(links, node * 3 + 2));
    if (any && treeHit.solid !== NOTHING) return;
  }
}

/** The child the ray comes to first goes on top, so that its hit spares the other. */
function stackChildren(depth: number, one: number, other: number, side: number): number {
  const isForward = real(ray, 3 + side) >= 0;
  stack[depth] = isForward ? other : one;
  stack[depth + 1] = isForward ? one : other;
  return depth + 2;
}

/** Whether the ray in hand enters a box before its nearest hit; where it does is left in ENTER. */
function entersBox(bounds: Float64Array, at: number): boolean {
  let enter = -1e9;
  let leave = 1e9;
  for (let side = 0; side < 3; side++) {
    const from = real(ray, side);
    const inverse = real(ray, 6 + side);
    const low = (real(bounds, at + side) - from) * inverse;
    const high = (real(bounds, at + 3 + side) - from) * inverse;
    enter = Math.max(enter, Math.min(low, high));
    leave = Math.min(leave, Math.max(low, high));
  }
  ray[ENTER] = enter;
  return enter <= leave && leave > 0 && enter < real(ray, NEAREST);
}

function tryLeaf(tree: SolidTree, from: number, to: number): void {
  for (let i = from; i < to; i++) {
    if (!entersBox(tree.boxes, i * 6)) continue;
    const index = whole(tree.order, i);
    const solid = tree.solids[index];
    const t = solid === undefined || solid.kind === "box" ? real(ray, ENTER) : hitRounded(solid);
    if (t <= 1e-4 || t >= real(ray, NEAREST)) continue;
    ray[NEAREST] = t;
    treeHit.solid = index;
  }
}

function real(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}

function whole(values: Int32Array, index: number): number {
  return values[index] ?? 0;
}

function hitRounded(solid: Solid): number {
  return hitRound(solid, real(ray, 0), real(ray, 1), real(ray, 2), real(ray, 3), real(ray, 4), real(ray, 5));
}

type Span = [number, number, number, number, number, number];

function spanOf(solids: Solid[], order: number[], from: number, to: number): Span {
  const span: Span = [1e9, 1e9, 1e9, -1e9, -1e9, -1e9];
  for (let i = from; i < to; i++) widen(span, solids[order[i] ?? 0]);
  return span;
}

function widen(span: Span, solid: Solid | undefined): void {
  if (solid === undefined) return;
  span[0] = Math.min(span[0], solid.minX);
  span[1] = Math.min(span[1], solid.minY);
  span[2] = Math.min(span[2], solid.minZ);
  span[3] = Math.max(span[3], solid.maxX);
  span[4] = Math.max(span[4], solid.maxY);
  span[5] = Math.max(span[5], solid.maxZ);
}

/**
 * The cut of some solids in two that rays will pay least for: surface times number on either side, tried
 * at every place along every side, because a few rails 800 m long would spoil a cut in the middle.
 * Source: surface area heuristic, MacDonald and Booth, "Heuristics for ray tracing" (1990)
 */
function cheapestCut(solids: Solid[], indices: number[]): { sorted: number[]; count: number; side: number } {
  let best = { sorted: indices, count: 1, side: 0 };
  let bestCost = Number.POSITIVE_INFINITY;
  for (const [side, name] of SIDES.entries()) {
    const middleOf = (index: number) => (solids[index]?.[`min${name}`] ?? 0) + (solids[index]?.[`max${name}`] ?? 0);
    const sorted = [...indices].sort((a, b) => middleOf(a) - middleOf(b) || a - b);
    const before = runningAreas(solids, sorted);
    const after = runningAreas(solids, [...sorted].reverse());
    for (let count = 1; count < sorted.length; count++) {
      const rest = sorted.length - count;
      const cost = (before[count - 1] ?? 0) * count + (after[rest - 1] ?? 0) * rest;
      if (cost >= bestCost) continue;
      bestCost = cost;
      best = { sorted, count, side };
    }
  }
  return best;
}

function runningAreas(solids: Solid[], indices: number[]): number[] {
  const span: Span = [1e9, 1e9, 1e9, -1e9, -1e9, -1e9];
  return indices.map((index) => {
    widen(span, solids[index]);
    const [x, y, z] = [span[3] - span[0], span[4] - span[1], span[5] - span[2]];
    return x * y + y * z + z * x;
  });
}
