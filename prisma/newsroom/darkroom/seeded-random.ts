/** A stream of repeatable choices: the same seed always gives the same ones. */
export type SeededRandom = {
  /** In [0, 1). */
  next: () => number;
  /** In [low, high). */
  range: (low: number, high: number) => number;
  /** Whole number in [low, high]. */
  whole: (low: number, high: number) => number;
  chance: (probability: number) => boolean;
  pick: <const T extends readonly [unknown, ...unknown[]]>(choices: T) => T[number];
};

/** A stream seeded by a text: FNV-1a into mulberry32. */
export function seededRandom(seed: string): SeededRandom {
  let state = 2_166_136_261;
  for (const char of seed) state = Math.imul(state ^ (char.codePointAt(0) ?? 0), 16_777_619);
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  // The first draws of close seeds are alike; a few are thrown away.
  for (let i = 0; i < 4; i++) next();
  const whole = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
  return {
    next,
    range: (low, high) => low + next() * (high - low),
    whole,
    chance: (probability) => next() < probability,
    pick: (choices) => choices[whole(0, choices.length - 1)] ?? choices[0],
  };
}

/** A repeatable number in [0, 1) for a cell of a grid. */
export function cellHash(x: number, y: number, salt: number): number {
  let mixed = Math.imul(x | 0, 374_761_393) ^ Math.imul(y | 0, 668_265_263) ^ Math.imul(salt | 0, 2_147_483_647);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 1_274_126_177);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 2_246_822_519);
  return ((mixed ^ (mixed >>> 15)) >>> 0) / 4_294_967_296;
}
