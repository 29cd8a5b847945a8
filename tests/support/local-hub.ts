import { createHmac, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";

export type HubSubscriber = { topic: string; callback: string; secret: string; leaseSec: number };

/** A WebSub hub on this machine: takes subscriptions, verifies them at the callback, signs what it publishes. */
export type LocalHub = {
  url: string;
  /** Every form it was sent, in order. */
  orders: URLSearchParams[];
  /** Subscribers that echoed the challenge. */
  subscribers: HubSubscriber[];
  /** Sends a body to every subscriber of a topic, signed in this way. @returns the statuses they answered with */
  publish: (topic: string, body: string, signature?: (body: string, secret: string) => string | null) => Promise<number[]>;
  close: () => Promise<void>;
};

export type HubManners = {
  /** Status of the answer to an order. */
  status: number;
  /** When the callback is asked: before the order is answered, after, or never. */
  verifies: "before" | "after" | "never";
  leaseSec: number;
};

/** How a well-behaved hub signs. */
export const signWith =
  (method: "sha1" | "sha256" | "sha512") =>
  (body: string, secret: string): string =>
    `${method}=${createHmac(method, secret).update(body).digest("hex")}`;

/**
 * Starts a hub on a free port.
 *
 * @param reach our own address for a callback's public one
 * @param manners how it behaves; read anew for each order
 */
export async function startLocalHub(reach: (callback: string) => string, manners: HubManners): Promise<LocalHub> {
  const orders: URLSearchParams[] = [];
  const subscribers: HubSubscriber[] = [];
  const verifying: Promise<void>[] = [];
  const server = createServer((request, response) => {
    void readForm(request).then(async (form) => {
      orders.push(form);
      if (manners.verifies === "before") await verify(form);
      response.writeHead(manners.status).end();
      if (manners.verifies === "after") verifying.push(verify(form));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  async function verify(form: URLSearchParams): Promise<void> {
    const callback = form.get("hub.callback") ?? "";
    const topic = form.get("hub.topic") ?? "";
    const challenge = randomBytes(12).toString("hex");
    const asked = new URL(reach(callback));
    const query = {
      "hub.mode": "subscribe",
      "hub.topic": topic,
      "hub.challenge": challenge,
      "hub.lease_seconds": String(manners.leaseSec),
    };
    for (const [name, value] of Object.entries(query)) asked.searchParams.set(name, value);
    const answer = await fetch(asked);
    if (answer.status === 200 && (await answer.text()) === challenge) {
      subscribers.push({ topic, callback, secret: form.get("hub.secret") ?? "", leaseSec: manners.leaseSec });
    }
  }

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    orders,
    subscribers,
    publish: async (topic, body, signature = signWith("sha256")) => {
      await Promise.all(verifying);
      const statuses: number[] = [];
      for (const subscriber of subscribers.filter((each) => each.topic === topic)) {
        const signed = signature(body, subscriber.secret);
        const headers = { "content-type": "application/rss+xml", ...(signed === null ? {} : { "x-hub-signature": signed }) };
        statuses.push((await fetch(reach(subscriber.callback), { method: "POST", headers, body })).status);
      }
      return statuses;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => new URLSearchParams(await text(request));
