import autocannon from "autocannon";
import { type LoadFigures, LoadOrder } from "./load-types";

// A process of its own: what it costs to ask and to count must not be taken from the servers or the timer.
process.on("message", async (message) => {
  process.send?.(await run(LoadOrder.parse(message)));
});
process.on("disconnect", () => process.exit(0));

function run(order: LoadOrder): Promise<LoadFigures> {
  const timesMs: number[] = [];
  const startedAt = performance.now();
  const load = autocannon({ url: order.url, connections: order.connections, duration: order.durationSec, headers: order.headers });
  // Its own histogram counts whole milliseconds, too coarse for pages that answer within one.
  load.on("response", (_client, _status, _bytes, ms) => timesMs.push(ms));
  return new Promise((resolve, reject) => {
    load.on("error", reject);
    load.on("done", ({ errors, timeouts, non2xx }) => {
      const seconds = (performance.now() - startedAt) / 1_000;
      timesMs.sort((a, b) => a - b);
      resolve({
        requests: timesMs.length,
        requestsPerSec: timesMs.length / seconds,
        p50Ms: quantile(timesMs, 0.5),
        p99Ms: quantile(timesMs, 0.99),
        faults: errors + timeouts + non2xx,
      });
    });
  });
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
