import type { Draw } from "./draw";
import type { Occasion } from "./types";

/** The order on the page is not told: the candidates in an order of chance. */
export function shuffleOccasion(draw: Draw, { line, opened, clickRates }: Occasion): Occasion {
  const places = opened.map((_, index) => index);
  const order = draw.sample(places, places.length);
  return {
    line: { ...line, candidates: order.flatMap((index) => line.candidates[index] ?? []) },
    opened: order.map((index) => opened[index] ?? false),
    clickRates: order.map((index) => clickRates[index] ?? 0),
  };
}
