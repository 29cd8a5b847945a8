/** Lets a bounded number of works run at once and a bounded number wait. */
export type Gate = {
  /**
   * Runs `work` as soon as there is room.
   *
   * @throws GateFull at once when as many wait as may
   */
  run: <T>(work: () => Promise<T>) => Promise<T>;
};

/** More work was asked for than may wait. */
export class GateFull extends Error {}

/**
 * Makes a gate. What has to wait is served in turn.
 *
 * @param places works at once
 * @param waitingMax works that may wait besides
 */
export function makeGate(places: number, waitingMax: number): Gate {
  let free = places;
  const waiting: (() => void)[] = [];
  const enter = async (): Promise<void> => {
    if (free > 0) {
      free--;
      return;
    }
    if (waiting.length >= waitingMax) throw new GateFull();
    await new Promise<void>((resolve) => waiting.push(resolve));
  };
  // A place that comes free goes to whoever waits, so nobody overtakes.
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free++;
  };
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    await enter();
    try {
      return await work();
    } finally {
      leave();
    }
  };
  return { run };
}
