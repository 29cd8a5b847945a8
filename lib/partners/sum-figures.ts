import { fewerThan } from "./hide-few";
import type { Figures } from "./types";

const nothing: Figures = { reads: 0, completed: 0, activeSec: 0, saves: 0, gifts: 0, giftOpens: 0 };

/** Figures of several days or articles together. */
export function sumFigures(all: readonly Figures[]): Figures {
  return all.reduce(
    (sum, one) => ({
      reads: sum.reads + one.reads,
      completed: sum.completed + one.completed,
      activeSec: sum.activeSec + one.activeSec,
      saves: sum.saves + one.saves,
      gifts: sum.gifts + one.gifts,
      giftOpens: sum.giftOpens + one.giftOpens,
    }),
    nothing,
  );
}

/** Which part of the reads came to the end, 0 to 1; null where there are too few readers to speak of one's habits. */
export function completionOf({ reads, completed }: Pick<Figures, "reads" | "completed">): number | null {
  return reads < fewerThan ? null : completed / reads;
}

/** Whole minutes before readers' eyes; null where there are too few readers. */
export function minutesOf({ reads, activeSec }: Pick<Figures, "reads" | "activeSec">): number | null {
  return reads < fewerThan && reads > 0 ? null : Math.round(activeSec / 60);
}

/** How much more, as a part of what was before: 0.5 is half as much again; null where there was nothing to compare with. */
export function changeOf(now: number, before: number): number | null {
  return before === 0 ? null : (now - before) / before;
}
