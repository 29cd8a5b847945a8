/** Lets a loop sleep until something happens. */
export type Wake = { now: () => void; next: (mostMs: number) => Promise<void> };

/** Makes a waker. What happened while nobody slept ends the next sleep at once, so nothing is missed. */
export function makeWake(): Wake {
  let isDue = false;
  let resume: (() => void) | null = null;
  return {
    now: () => {
      isDue = true;
      resume?.();
    },
    next: async (mostMs) => {
      if (!isDue) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, mostMs);
          resume = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        resume = null;
      }
      isDue = false;
    },
  };
}
