import type { RankedCard } from "../types";
import { rankForReader } from "./rank-for-reader";
import type { RankLog } from "./rank-log";

/** Makes a shown order again from its log: the same cards with the same points in the same places, by the rules and not by the log's word. */
export function replayOrder({ cards, context }: RankLog): RankedCard[] {
  return rankForReader(
    cards.map(({ candidate }) => candidate),
    { ...context, weights: new Map(context.weights) },
    { take: cards.length },
  );
}
