import { setTimeout as delay } from "node:timers/promises";

/** Runs work for one host at a time, with a pause between two requests; `pauseMs` in place of the gate's own after this one. */
export type HostGate = <T>(url: string, work: () => Promise<T>, pauseMs?: number) => Promise<T>;

/**
 * Makes the gate through which a worker asks publishers: one request a host at a time, `gapMs` after the last.
 *
 * @param isExempt addresses that need no pause, such as our own newsroom
 */
export function createHostGate(gapMs: number, isExempt: (url: string) => boolean): HostGate {
  const lastOf = new Map<string, Promise<void>>();
  return async (url, work, pauseMs = gapMs) => {
    if (isExempt(url)) return work();
    const { host } = new URL(url);
    const before = lastOf.get(host) ?? Promise.resolve();
    const running = before.then(work);
    // The pause must not keep a stopping worker alive.
    const rest = () => delay(pauseMs, undefined, { ref: false });
    const settled = running.then(rest, rest).then(() => {
      if (lastOf.get(host) === settled) lastOf.delete(host);
    });
    lastOf.set(host, settled);
    return running;
  };
}
