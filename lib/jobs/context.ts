import type { FeedScope } from "@/lib/feeds/store";
import type { Log } from "@/lib/platform/log";
import type { HostGate } from "./host-gate";

/** What every handler is given by the worker. */
export type WorkerContext = {
  log: Log;
  gate: HostGate;
  /** Where our own web process listens. */
  webOrigin: string;
  /** Where the bundled newsroom listens; null without one. */
  newsroomOrigin: string | null;
  /** Which feeds are polled; widened when the start command says so. */
  scope: FeedScope;
  now: () => Date;
};
