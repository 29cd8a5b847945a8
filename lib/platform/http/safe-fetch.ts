import { type Agent, type Dispatcher, request } from "undici";
import { err, ok, type Result } from "@/lib/core/result";
import { isAdmittedOrigin } from "./admitted-origins";
import { makeGuardedAgent } from "./guarded-agent";
import { type HttpError, toHttpError } from "./http-error";
import { contentCoding, readBody } from "./read-body";

type HeaderMap = Readonly<Record<string, string>>;

export type SafeRequest = {
  /** The same on every hop, or chosen for each hop's address. */
  headers?: HeaderMap | ((url: string) => HeaderMap);
  /** Cap on decoded bytes of the body. */
  maxBytes: number;
  /** From the call to the last byte, redirects included. */
  timeoutMs?: number;
  maxRedirects?: number;
  method?: "GET" | "HEAD";
};

export type SafeResponse = {
  status: number;
  /** Names in lower case, values byte for byte; a header given several times is joined by ", ". */
  headers: Readonly<Record<string, string>>;
  bytes: Uint8Array;
  /** Address that gave the answer. */
  url: string;
  /** The hops that led there, first to last. */
  redirects: readonly { status: number; to: string }[];
};

const timeoutMsDefault = 20_000;
const redirectsDefault = 5;

/**
 * The one way out of the machine: fetches a stranger's URL without letting it reach anything but the public web.
 *
 * Every hop is checked anew: http or https, no user name, a port of the web, a public address at the moment of
 * dialling; https never falls back to http. One deadline for everything, caps on headers and on decoded bytes, one
 * layer of gzip, brotli or deflate. No cookies, no referrer, no proxy, no retries.
 *
 * @returns the answer whatever its status, or why there was none
 * Source: security notes, sections 2 and 7; RFC 9110 section 15.4 for redirects
 */
export async function safeFetch(url: string, options: SafeRequest): Promise<Result<SafeResponse, HttpError>> {
  const timeoutMs = options.timeoutMs ?? timeoutMsDefault;
  try {
    return await follow(url, options, AbortSignal.timeout(timeoutMs));
  } catch (cause) {
    return err(toHttpError(cause, timeoutMs, options.maxBytes));
  }
}

async function follow(start: string, options: SafeRequest, signal: AbortSignal): Promise<Result<SafeResponse, HttpError>> {
  const redirects: { status: number; to: string }[] = [];
  const hopsMax = (options.maxRedirects ?? redirectsDefault) + 1;
  let current = start;
  while (redirects.length < hopsMax) {
    const target = checkedTarget(current, redirects.length > 0 ? start : null);
    if (!target.ok) return target;
    const hop = await fetchHop(target.value, options, signal);
    if (!hop.ok) return hop;
    if (hop.value.kind === "answer") return ok({ ...hop.value.answer, url: target.value.href, redirects });
    redirects.push({ status: hop.value.status, to: hop.value.to });
    current = hop.value.to;
  }
  return err({ kind: "redirect", detail: "too many redirects" });
}

// One pool for the process, made at first use.
let agent: Agent | undefined;

function checkedTarget(href: string, startedAt: string | null): Result<URL, HttpError> {
  const url = URL.parse(href);
  if (!url) return err({ kind: "protocol", detail: "not a URL" });
  if (url.protocol !== "http:" && url.protocol !== "https:") return err({ kind: "forbidden-address", detail: `scheme ${url.protocol}` });
  if (url.username !== "" || url.password !== "") return err({ kind: "forbidden-address", detail: "user name in the URL" });
  const isDowngrade = startedAt !== null && url.protocol === "http:" && URL.parse(startedAt)?.protocol === "https:";
  if (isDowngrade && !isAdmittedOrigin(url.origin)) return err({ kind: "redirect", detail: "from https to http" });
  url.hash = "";
  return ok(url);
}

type Hop = { kind: "answer"; answer: Omit<SafeResponse, "url" | "redirects"> } | { kind: "redirect"; status: number; to: string };

async function fetchHop(url: URL, options: SafeRequest, signal: AbortSignal): Promise<Result<Hop, HttpError>> {
  agent ??= makeGuardedAgent();
  const asked = typeof options.headers === "function" ? options.headers(url.href) : options.headers;
  const {
    statusCode,
    headers: received,
    body,
  } = await request(url, {
    dispatcher: agent,
    method: options.method ?? "GET",
    headers: { "accept-encoding": "gzip, br", ...asked },
    signal,
  });
  // An aborted body may fail after nobody listens any more.
  body.on("error", () => undefined);
  const headers = plainHeaders(received);
  const refuse = (error: HttpError) => {
    body.destroy();
    return err(error);
  };
  if (redirectStatuses.has(statusCode) && headers.location) {
    const to = URL.parse(headers.location, url)?.href;
    if (!to) return refuse({ kind: "redirect", detail: "to no URL" });
    body.destroy();
    return ok({ kind: "redirect", status: statusCode, to });
  }
  const coding = contentCoding(headers["content-encoding"] ?? null);
  if (coding === null) return refuse({ kind: "protocol", detail: "content encoding" });
  if (Number(headers["content-length"] ?? 0) > options.maxBytes) return refuse({ kind: "body-too-large", limitBytes: options.maxBytes });
  return ok({ kind: "answer", answer: { status: statusCode, headers, bytes: await readBody(body, coding, options.maxBytes) } });
}

const redirectStatuses = new Set([301, 302, 303, 307, 308]);

function plainHeaders(headers: Dispatcher.ResponseData["headers"]): Record<string, string> {
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(", ") : value] as const],
  );
  return Object.fromEntries(pairs);
}
