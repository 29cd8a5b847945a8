/** Which hosts this worker has just asked and leaves alone for a moment. */
export type HostPauses = {
  /** Begins a host's pause: its request has ended. */
  begin: (host: string) => void;
  /** Hosts whose pause has not ended. */
  resting: () => string[];
};

/**
 * Keeps the pause between two requests to one host. Time is the process's own: a clock that is set must neither
 * shorten nor prolong a pause.
 */
export function makeHostPauses(gapMs: number, monotonicMs: () => number = () => performance.now()): HostPauses {
  const endsAt = new Map<string, number>();
  return {
    begin: (host) => {
      endsAt.set(host, monotonicMs() + gapMs);
    },
    resting: () => {
      const now = monotonicMs();
      for (const [host, until] of endsAt) if (until <= now) endsAt.delete(host);
      return [...endsAt.keys()];
    },
  };
}
