import { type Agent, type Dispatcher, request } from "undici";
import { err, ok, type Result } from "@/lib/core/result";
import { contentCoding } from "./content-coding";
import { makeGuardedAgent } from "./guarded-agent";
import type { HttpError } from "./http-error";
import { readBody } from "./read-body";
import type { HeaderMap, Redirect, SafeRequest, SafeResponse } from "./types";

export type Hop = { kind: "answer"; answer: Omit<SafeResponse, "url" | "redirects"> } | ({ kind: "redirect" } & Redirect);

type HopRequest = Pick<SafeRequest, "method" | "body" | "maxBytes"> & { headers: HeaderMap };
type Body = Dispatcher.ResponseData["body"];

/** A body nobody reads is taken in up to this much, so that its connection can be used again; beyond, it is cut. */
const discardBytesMax = 16_384;
const discardMsMax = 500;

// One pool for the process, made at first use.
let agent: Agent | undefined;

/**
 * Asks one address once, without following what it answers.
 *
 * @param url checked by `checkTarget`
 * @returns the answer with its decoded body, or where it sends us
 * @throws whatever the network layer throws, and BodyTooLargeError
 */
export async function fetchHop(url: URL, wanted: HopRequest, signal: AbortSignal): Promise<Result<Hop, HttpError>> {
  agent ??= makeGuardedAgent();
  const method = wanted.method ?? "GET";
  const received = await request(url, { dispatcher: agent, method, headers: wanted.headers, body: wanted.body ?? null, signal });
  const { statusCode: status, body } = received;
  // An aborted body may fail after nobody listens any more.
  body.on("error", () => undefined);
  const headers = plainHeaders(received.headers);
  if (isFollowed(status, method) && headers.location) {
    const to = URL.parse(headers.location, url)?.href;
    await discard(body, status, headers);
    return to
      ? ok({ kind: "redirect", status, to, retryAfter: headers["retry-after"] ?? null })
      : err({ kind: "redirect", detail: "to no URL" });
  }
  if (status < 200 || status > 299 || method === "HEAD") {
    await discard(body, status, headers);
    return ok({ kind: "answer", answer: { status, headers, bytes: new Uint8Array() } });
  }
  const bytes = await readAllowed(body, headers, wanted.maxBytes);
  return bytes.ok ? ok({ kind: "answer", answer: { status, headers, bytes: bytes.value } }) : bytes;
}

/** A POST is repeated only where the answer promises the same method (RFC 9110 sections 15.4.8 and 15.4.9). */
const isFollowed = (status: number, method: string): boolean =>
  status === 307 || status === 308 || (method !== "POST" && (status === 301 || status === 302 || status === 303));

async function readAllowed(body: Body, headers: HeaderMap, maxBytes: number): Promise<Result<Uint8Array, HttpError>> {
  const coding = contentCoding(headers["content-encoding"] ?? null);
  const isTooLong = Number(headers["content-length"] ?? 0) > maxBytes;
  if (coding !== null && !isTooLong) return ok(await readBody(body, coding, maxBytes));
  body.destroy();
  return err(coding === null ? { kind: "protocol", detail: "content encoding" } : { kind: "body-too-large", limitBytes: maxBytes });
}

/** Ends a body that is not wanted: read to its end where it is short and quick, else its connection is closed. */
async function discard(body: Body, status: number, headers: HeaderMap): Promise<void> {
  // Nothing follows these headers (RFC 9112 section 6.3), and most answers of a day are a 304.
  if (status === 304 || status === 204 || headers["content-length"] === "0") return;
  const timer = setTimeout(() => body.destroy(), discardMsMax);
  // How it ends does not matter to the answer, which is known.
  await body.dump({ limit: discardBytesMax }).catch(() => undefined);
  clearTimeout(timer);
}

function plainHeaders(headers: Dispatcher.ResponseData["headers"]): HeaderMap {
  const plain: Record<string, string> = {};
  for (const name of Object.keys(headers)) {
    const value = headers[name];
    if (value !== undefined) plain[name.toLowerCase()] = Array.isArray(value) ? value.join(", ") : value;
  }
  return plain;
}
