import { seededRandom } from "@/tests/support/seeded-random";

/** Draws of one seed. */
export type Draw = {
  /** An even number from 0 up to 1. */
  chance: () => number;
  /** A whole number from 0 up to `below`. */
  whole: (below: number) => number;
  /** A number around 0 with the deviation 1. */
  normal: () => number;
  pick: <T>(from: readonly T[]) => T;
  /** So many different ones, all of them when there are fewer, in an order of chance. */
  sample: <T>(from: readonly T[], count: number) => T[];
  /** One by its weight. */
  weighted: <T>(from: readonly T[], weightOf: (each: T) => number) => T;
};

/** Opens the draws of a seed. */
export function openDraw(seed: number): Draw {
  const chance = seededRandom(seed);
  const whole = (below: number): number => Math.floor(chance() * below);
  const at = <T>(from: readonly T[], index: number): T => {
    const found = from[index];
    if (found === undefined) throw new Error("There is nothing to draw from");
    return found;
  };
  return {
    chance,
    whole,
    normal: () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance()),
    pick: (from) => at(from, whole(from.length)),
    sample: (from, count) => {
      const rest = [...from];
      for (let index = 0; index < Math.min(count, rest.length); index += 1) {
        const other = index + whole(rest.length - index);
        [rest[index], rest[other]] = [at(rest, other), at(rest, index)];
      }
      return rest.slice(0, count);
    },
    weighted: (from, weightOf) => {
      const weights = from.map(weightOf);
      let left = chance() * weights.reduce((sum, weight) => sum + weight, 0);
      const index = weights.findIndex((weight) => {
        left -= weight;
        return left < 0;
      });
      return at(from, index === -1 ? from.length - 1 : index);
    },
  };
}
