/** Work that waits for a stranger, and calls `arrived` once it waits for nobody but ourselves. */
export type Work = (arrived: () => void) => Promise<void>;

/** Places for work in hand; `take` runs work in one and frees it when the work ends, or earlier when its wait drags on. */
export type Slots = { free: () => number; take: (work: Work) => void; idle: () => boolean };

/**
 * Makes places for `max` pieces of work. A piece that has waited for `patienceMs` moves aside as long as fewer than
 * `slowMax` have done so: thirty servers that hang must not hold up the thousand that answer. What has arrived keeps
 * its place until it is dealt with, so that no more bodies are in memory than there are places.
 *
 * @param onFree told whenever a place becomes free
 */
export function makeSlots(options: { max: number; slowMax: number; patienceMs: number }, onFree: () => void): Slots {
  let quick = 0;
  let slow = 0;
  const run = async (work: Work): Promise<void> => {
    let isSlow = false;
    quick += 1;
    const timer = setTimeout(() => {
      if (slow >= options.slowMax) return;
      isSlow = true;
      quick -= 1;
      slow += 1;
      onFree();
    }, options.patienceMs);
    try {
      await work(() => clearTimeout(timer));
    } finally {
      clearTimeout(timer);
      if (isSlow) slow -= 1;
      else quick -= 1;
      onFree();
    }
  };
  return {
    free: () => options.max - quick,
    take: (work) => void run(work),
    idle: () => quick + slow === 0,
  };
}
