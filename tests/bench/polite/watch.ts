import type { Behaviour } from "./types";

/** A request as the publisher's server saw it. */
export type Seen = {
  behaviour: Behaviour;
  /** Host and path. */
  address: string;
  /** Path with its query, as sent. */
  target: string;
  at: Date;
  /** How many times the engine had been started anew. */
  restarts: number;
  ifNoneMatch: string | null;
  ifModifiedSince: string | null;
  hasCookie: boolean;
  hasReferrer: boolean;
};

/** What the server answered, as far as it matters to the next request. */
export type Given = {
  etag: string | null;
  lastModified: string | null;
  /** A 200 or 304: its validators count from now on. */
  isAnswer: boolean;
  restSec: number | null;
  isGone: boolean;
};

export type Breach = { kind: "unconditional" | "invented" | "early" | "restart" | "baggage"; words: string };

type AddressState = {
  lastAt: Date | null;
  lastRestarts: number;
  notBefore: number;
  /** What this address last gave; null before its first answer. */
  given: Given | null;
  unconditional: number;
  requests: number;
};

/** Counts what the engine does against what each publisher may expect of it. */
export type Watch = {
  breaches: Breach[];
  seen: (request: Seen) => void;
  answered: (request: Seen, given: Given) => void;
  addresses: () => { address: string; requests: number; unconditional: number; hasValidators: boolean }[];
};

/** Makes the watch of one run. */
export function makeWatch(): Watch {
  const states = new Map<string, AddressState>();
  const restingUntil = new Map<number, number>();
  const breaches: Breach[] = [];

  const stateOf = (address: string): AddressState => {
    const state = states.get(address) ?? { lastAt: null, lastRestarts: 0, notBefore: 0, given: null, unconditional: 0, requests: 0 };
    states.set(address, state);
    return state;
  };
  const seen = (request: Seen): void => {
    const state = stateOf(request.address);
    const found = [
      ...judgeTime(request, state, restingUntil.get(request.behaviour.host) ?? 0),
      ...judgeValidators(request, state.given),
      ...judgeBaggage(request),
    ];
    breaches.push(
      ...found.map((breach) => ({ ...breach, words: `${request.at.toISOString()} ${request.behaviour.name}: ${breach.words}` })),
    );
    state.requests += 1;
    state.lastAt = request.at;
    state.lastRestarts = request.restarts;
    if (request.ifNoneMatch === null && request.ifModifiedSince === null) state.unconditional += 1;
  };
  const answered = (request: Seen, given: Given): void => {
    const state = stateOf(request.address);
    const { behaviour, at } = request;
    // What a feed asks for in its body is known once it has been read.
    const askedSec = given.isAnswer || state.given ? (behaviour.askedSec ?? 0) : 0;
    state.notBefore = given.isGone ? Number.POSITIVE_INFINITY : at.getTime() + Math.max(behaviour.gapSec, askedSec) * 1_000;
    if (given.restSec !== null) restingUntil.set(behaviour.host, at.getTime() + given.restSec * 1_000);
    if (given.isAnswer) state.given = given;
  };
  return {
    breaches,
    seen,
    answered,
    addresses: () =>
      [...states].map(([address, { requests, unconditional, given }]) => ({
        address,
        requests,
        unconditional,
        hasValidators: given !== null && (given.etag !== null || given.lastModified !== null),
      })),
  };
}

function judgeTime({ behaviour, at, restarts }: Seen, state: AddressState, hostRestsUntil: number): Breach[] {
  const time = at.getTime();
  const isClosed = state.given !== null && (behaviour.isClosed?.(at) ?? false);
  if (!isClosed && time >= state.notBefore && time >= hostRestsUntil) return [];
  const why = isClosed ? "in an hour or on a day it rules out" : time < hostRestsUntil ? "while its host rests" : "before it may be asked";
  const words = `asked ${why}, last asked ${state.lastAt?.toISOString() ?? "never"}`;
  const early: Breach = { kind: "early", words };
  return restarts > state.lastRestarts ? [early, { kind: "restart", words: `${words}, after a restart` }] : [early];
}

function judgeValidators({ ifNoneMatch, ifModifiedSince }: Seen, given: Given | null): Breach[] {
  const invented: Breach[] = [];
  if (ifNoneMatch !== null && ifNoneMatch !== given?.etag)
    invented.push({ kind: "invented", words: `sent ETag ${ifNoneMatch}, had ${given?.etag}` });
  if (ifModifiedSince !== null && ifModifiedSince !== given?.lastModified)
    invented.push({ kind: "invented", words: `sent date ${ifModifiedSince}, had ${given?.lastModified}` });
  const isForgotten = (given?.etag != null && ifNoneMatch === null) || (given?.lastModified != null && ifModifiedSince === null);
  return isForgotten ? [...invented, { kind: "unconditional", words: "sent less than it had been given" }] : invented;
}

function judgeBaggage({ hasCookie, hasReferrer, target }: Seen): Breach[] {
  return hasCookie || hasReferrer || target.includes("?") ? [{ kind: "baggage", words: "sent a cookie, a referrer or a query" }] : [];
}
