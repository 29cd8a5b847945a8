import { AsyncLocalStorage } from "node:async_hooks";

/**
 * Stands in for `next/headers` where a test calls a command as Next would: a browser with its own cookies and address.
 * `vi.mock("next/headers", () => import("…/support/browser-request"))`
 */
export type Browser = {
  /** Calls a command in one request of this browser. */
  ask: <T>(command: () => Promise<T>) => Promise<T>;
  cookies: Map<string, string>;
};

type Scope = { headers: Headers; jar: Map<string, string> };

const scopes = new AsyncLocalStorage<Scope>();

/** A browser at an address, without cookies at first; `others` are headers that it sends with every request. */
export function makeBrowser(
  address: string,
  userAgent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  others: Record<string, string> = {},
): Browser {
  const jar = new Map<string, string>();
  const ask = <T>(command: () => Promise<T>): Promise<T> => {
    const cookie = [...jar].map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join("; ");
    const always = { cookie, "x-forwarded-for": address, "user-agent": userAgent, "sec-fetch-site": "same-origin" };
    const headers = new Headers({ ...always, ...others });
    return scopes.run({ headers, jar }, command);
  };
  return { ask, cookies: jar };
}

function scope(): Scope {
  const found = scopes.getStore();
  if (!found) throw new Error("This is no request.");
  return found;
}

export const headers = async (): Promise<Headers> => scope().headers;

export const cookies = async () => ({
  get: (name: string) => {
    const value = scope().jar.get(name);
    return value === undefined ? undefined : { name, value };
  },
  set: (name: string, value: string, options: { maxAge?: number } = {}) => {
    if (options.maxAge === 0) scope().jar.delete(name);
    else scope().jar.set(name, value);
  },
});
