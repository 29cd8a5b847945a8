import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import type { Behaviour, Fault } from "./types";
import type { Given, Seen, Watch } from "./watch";

export type PublisherServer = {
  originOf: (behaviour: Behaviour) => string;
  urlOf: (behaviour: Behaviour) => string;
  /** Requests for robots.txt, each by its host and the run's own time. */
  askedForRobots: { host: string; at: Date }[];
  close: () => Promise<void>;
};

/** The run's own time, which the server and the engine share. */
export type SharedClock = { at: Date; restarts: number; startedAt: Date };

const entriesShown = 12;
const noGift: Given = { etag: null, lastModified: null, isAnswer: false, restSec: null, isGone: false };

/** Starts all publishers on one port of 127.0.1.x; every request passes the watch. */
export async function startPublishers(behaviours: readonly Behaviour[], clock: SharedClock, watch: Watch): Promise<PublisherServer> {
  const byAddress = new Map(behaviours.map((behaviour, index) => [`127.0.1.${behaviour.host}${pathOf(behaviours, index)}`, behaviour]));
  const byHost = new Map(behaviours.map((behaviour) => [`127.0.1.${behaviour.host}`, behaviour]));
  const counts = new Map<string, number>();
  const sockets = new Set<Socket>();
  const askedForRobots: PublisherServer["askedForRobots"] = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? "/").split("?")[0] ?? "/";
    const host = request.socket.localAddress ?? "";
    if (path === "/robots.txt") {
      askedForRobots.push({ host, at: clock.at });
      return response.writeHead(404).end();
    }
    const behaviour = byAddress.get(host + path) ?? byHost.get(host);
    if (!behaviour) return response.writeHead(404).end();
    const nth = (counts.get(host + path) ?? 0) + 1;
    counts.set(host + path, nth);
    const seen = toSeen(request, behaviour, host + path, clock);
    watch.seen(seen);
    const hours = (clock.at.getTime() - clock.startedAt.getTime()) / 3_600_000;
    const fault = behaviour.fault?.(nth, hours, path, clock.at) ?? null;
    watch.answered(seen, fault ? fail(response, fault, clock) : give(response, seen, clock));
  });
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  const { port } = server.address() as AddressInfo;
  const originOf = ({ host }: Behaviour) => `http://127.0.1.${host}:${port}`;
  return {
    originOf,
    askedForRobots,
    urlOf: (behaviour) => originOf(behaviour) + pathOf(behaviours, behaviours.indexOf(behaviour)),
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** The first feed of a host lives at /feed, further ones at a path of their own. */
function pathOf(behaviours: readonly Behaviour[], index: number): string {
  const before = behaviours.slice(0, index).filter((other) => other.host === behaviours[index]?.host).length;
  return before === 0 ? "/feed" : `/feed-${before + 1}`;
}

function toSeen(request: IncomingMessage, behaviour: Behaviour, address: string, clock: SharedClock): Seen {
  const { headers } = request;
  return {
    behaviour,
    address,
    target: request.url ?? "/",
    at: clock.at,
    restarts: clock.restarts,
    ifNoneMatch: headers["if-none-match"] ?? null,
    ifModifiedSince: headers["if-modified-since"] ?? null,
    hasCookie: headers.cookie !== undefined,
    hasReferrer: headers.referer !== undefined,
  };
}

function fail(response: ServerResponse, fault: Fault, clock: SharedClock): Given {
  // A hanging answer is never given; its socket ends with the client's patience.
  if (fault === "hang") return noGift;
  if (fault === "reset") {
    response.destroy();
    return noGift;
  }
  response.writeHead(fault.status, { date: clock.at.toUTCString(), ...fault.headers }).end();
  return { ...noGift, restSec: fault.restSec ?? null, isGone: fault.isGone ?? false };
}

function give(response: ServerResponse, { behaviour, ifNoneMatch, ifModifiedSince }: Seen, clock: SharedClock): Given {
  const everyMs = behaviour.entryEveryHours * 3_600_000;
  const version = Math.floor((clock.at.getTime() - clock.startedAt.getTime()) / everyMs);
  const changedAt = new Date(clock.startedAt.getTime() + version * everyMs);
  const etag = behaviour.etag?.(version) ?? null;
  const lastModified = behaviour.lastModified?.(version, changedAt) ?? null;
  const isKnown = etag === null ? lastModified !== null && ifModifiedSince === lastModified : ifNoneMatch === etag;
  response.writeHead(isKnown ? 304 : 200, {
    date: clock.at.toUTCString(),
    "content-type": "application/rss+xml; charset=utf-8",
    ...(etag === null ? {} : { etag }),
    ...(lastModified === null ? {} : { "last-modified": lastModified }),
    ...behaviour.headers?.(clock.at),
  });
  response.end(isKnown ? undefined : writeFeed(behaviour, version, everyMs, clock));
  return { etag, lastModified, isAnswer: true, restSec: null, isGone: false };
}

function writeFeed(behaviour: Behaviour, version: number, everyMs: number, clock: SharedClock): string {
  const items = Array.from({ length: entriesShown }, (_, back) => writeItem(behaviour, version - back, everyMs, clock));
  return `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:sy="http://purl.org/rss/1.0/modules/syndication/"><channel><title>${behaviour.name}</title>
<link>https://paper-${behaviour.host}.example/</link><description>d</description>${behaviour.channel ?? ""}${items.join("")}</channel></rss>`;
}

function writeItem({ name, host }: Behaviour, number: number, everyMs: number, clock: SharedClock): string {
  const publishedAt = new Date(clock.startedAt.getTime() + number * everyMs);
  const slug = `${name.replaceAll(/[^a-z0-9]+/g, "-")}-${number + 1_000_000}`;
  return `<item><title>Report ${number} of ${name}</title><link>https://paper-${host}.example/${slug}</link><guid isPermaLink="false">${slug}</guid>
<pubDate>${publishedAt.toUTCString()}</pubDate><description>What happened by the hour ${number} in short words.</description></item>`;
}
