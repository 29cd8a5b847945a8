import type { Piece } from "./make-world";
import type { Occasion } from "./types";

/** What a simulated public has been shown and has opened so far, by all its readers. */
export type Tally = {
  openedOf: (id: string) => number;
  note: (slate: readonly Piece[], opened: readonly boolean[]) => void;
  /** An occasion with what is known before it. */
  tell: (
    slate: readonly Piece[],
    opened: boolean[],
    history: Occasion["line"]["history"],
    now: string,
    popularityOf: (piece: Piece) => number,
  ) => Occasion;
};

const shownPrior = 10;

/** Opens an empty tally. */
export function openTally(): Tally {
  const counts = new Map<string, { shown: number; opened: number }>();
  const all = { shown: 1, opened: 0 };
  const countOf = (id: string) => counts.get(id) ?? { shown: 0, opened: 0 };
  return {
    openedOf: (id) => countOf(id).opened,
    note: (slate, opened) => {
      for (const [place, { id }] of slate.entries()) {
        const count = countOf(id);
        for (const each of [count, all]) {
          each.shown += 1;
          each.opened += opened[place] ? 1 : 0;
        }
        counts.set(id, count);
      }
    },
    tell: (slate, opened, history, now, popularityOf) => ({
      line: {
        history: [...history],
        candidates: slate.map((piece) => ({
          id: piece.id,
          title: piece.title,
          section: piece.section,
          publisher: piece.publisher,
          publishedAt: new Date(piece.publishedAtMs).toISOString(),
          popularity: popularityOf(piece),
        })),
        now,
      },
      opened,
      clickRates: slate.map(({ id }) => {
        const { shown, opened: times } = countOf(id);
        return (times + (shownPrior * all.opened) / all.shown) / (shown + shownPrior);
      }),
    }),
  };
}
