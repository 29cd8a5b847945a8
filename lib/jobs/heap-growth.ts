import { getHeapStatistics, setFlagsFromString } from "node:v8";

/** A heap in use up to this many bytes is small: twice of it is little. */
const smallBytesMax = 48 * 1_048_576;

/** The heap is looked at so often, in milliseconds. */
const lookEveryMs = 1_000;

/** By how many percent a heap with so many bytes in use may grow before it is swept: a small one to its double, a big one by half. */
export const growthPercent = (usedBytes: number): number => (usedBytes <= smallBytesMax ? 100 : 50);

/**
 * Lets this process's old generation grow between two sweeps as fits its size, from now on. While feeds are read for the
 * first time 32 MB live and what dies is much: growing by half it was swept every 250 ms, which was a tenth of all the work.
 * Growing further costs memory where there is little: with 100,000 articles in the window, a heap that may always double
 * took the worker over its 400 MB.
 *
 * Source: V8 reads `heap_growing_percent` anew at each sweep (MemoryController::GrowingFactor), so it may be set at any time.
 */
export function fitHeapGrowth(): void {
  let set: number | null = null;
  const look = (): void => {
    const percent = growthPercent(getHeapStatistics().used_heap_size);
    if (percent === set) return;
    setFlagsFromString(`--heap-growing-percent=${percent}`);
    set = percent;
  };
  look();
  setInterval(look, lookEveryMs).unref();
}
