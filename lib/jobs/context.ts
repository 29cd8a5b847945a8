import type { FeedScope } from "@/lib/feeds/claim-store";
import type { Log } from "@/lib/platform/log";
import type { ClaimPace } from "./claim-pace";
import type { HostGate } from "./host-gate";
import type { HostPauses } from "./host-pauses";
import type { LeaseJournal } from "./lease-journal";

/** What every handler is given by the worker. */
export type WorkerContext = {
  log: Log;
  gate: HostGate;
  /** Pauses between two polls of one host. */
  pauses: HostPauses;
  /** Hosts that need no pause: our own newsroom's. */
  exemptHosts: readonly string[];
  /** Where our own web process listens. */
  webOrigin: string;
  /** Where the bundled newsroom listens; null without one. */
  newsroomOrigin: string | null;
  /** Which feeds are polled; widened when the start command says so. */
  scope: FeedScope;
  now: () => Date;
  /** Whether this worker has lived longer than a worker that a feed ends; absent for whoever is no worker. */
  isProven?: () => boolean;
  /** How many feeds a claim takes, from round to round; absent for whoever runs a single one. */
  claimPace?: ClaimPace;
  /** Told of all feeds in hand whenever more have been claimed. */
  noteHeld?: LeaseJournal["note"];
};

/** What polling needs of the worker. */
export type PollContext = Pick<
  WorkerContext,
  "log" | "now" | "scope" | "pauses" | "exemptHosts" | "newsroomOrigin" | "isProven" | "claimPace" | "noteHeld"
>;
