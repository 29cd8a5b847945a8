/** What a server does instead of giving its feed. */
export type Fault =
  | "hang"
  | "reset"
  | {
      status: number;
      headers?: Record<string, string>;
      /** The whole host asks for rest, in seconds. */
      restSec?: number;
      /** It will never be there again. */
      isGone?: boolean;
    };

/** How one publisher's feed behaves, and what politeness towards it means: stated here, apart from the engine's own rules. */
export type Behaviour = {
  name: string;
  /** Last part of its address 127.0.1.x; feeds with the same one share a host. */
  host: number;
  addedBy?: "catalogue" | "member";
  minIntervalSec?: number;
  maxIntervalSec?: number;
  /** Shortest wait between two requests to one address, whatever happens. */
  gapSec: number;
  /** What the feed or its answers ask for besides, in seconds. */
  askedSec?: number;
  entryEveryHours: number;
  /** Each counts on by one with every new entry. */
  etag?: (version: number) => string;
  lastModified?: (version: number, changedAt: Date) => string;
  headers?: (at: Date) => Record<string, string>;
  /** Elements of the channel, such as ttl. */
  channel?: string;
  /** Instants at which the feed must not be asked. */
  isClosed?: (at: Date) => boolean;
  /** Null gives the feed. `nth` counts requests to this address from 1, `hours` from the start. */
  fault?: (nth: number, hours: number, path: string, at: Date) => Fault | null;
};

/** What the children say to the bench. */
export type ChildMessage = { kind: "at"; at: number } | { kind: "done" };

/** What the bench tells a child, as its one argument. */
export type ChildOrder = { from: number; to: number; stepMs: number; origins: string[] };
