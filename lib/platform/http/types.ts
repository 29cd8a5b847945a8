export type HeaderMap = Readonly<Record<string, string>>;

/** What to ask; only a POST carries a body, whose `content-type` is the caller's to say. */
export type SafeRequest = {
  /** The same on every hop, or chosen for each hop's address. */
  headers?: HeaderMap | ((url: string) => HeaderMap);
  /** Cap on decoded bytes of the body. */
  maxBytes: number;
  /** From the call to the last byte, redirects included. */
  timeoutMs?: number;
  maxRedirects?: number;
} & ({ method?: "GET" | "HEAD"; body?: undefined } | { method: "POST"; body: string });

/** One hop on the way; `retryAfter` is its Retry-After as sent, null without one. */
export type Redirect = { status: number; to: string; retryAfter: string | null };

export type SafeResponse = {
  status: number;
  /** Names in lower case, values byte for byte (as latin1); a header given several times is joined by ", ". */
  headers: Readonly<Record<string, string>>;
  /** Decoded body; empty for a status outside 2xx, whose body nobody needs. */
  bytes: Uint8Array;
  /** Address that gave the answer. */
  url: string;
  /** The hops that led there, first to last. */
  redirects: readonly Redirect[];
};
