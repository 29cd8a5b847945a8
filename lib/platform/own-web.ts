import { request } from "undici";
import { env } from "./env";

/** While developing, the first answer waits for the page to be compiled. */
const deadlineMs = 60_000;

/**
 * A page of our own web process, asked for as a visitor. It never leaves the machine: the loopback address and our own
 * port, so it does not go through the guarded fetcher.
 *
 * @param path one of our own pages, such as `/frame`
 * @throws Error for any answer but 200
 */
export async function fetchOwnPage(path: string): Promise<string> {
  const origin = `http://127.0.0.1:${env().PORT}`;
  const address = new URL(path, origin);
  // A path such as `//elsewhere` names another host.
  if (address.origin !== origin) throw new Error(`${path} is no page of ours.`);
  const { statusCode, body } = await request(address, { signal: AbortSignal.timeout(deadlineMs) });
  const text = await body.text();
  if (statusCode !== 200) throw new Error(`Our own page ${path} answered ${statusCode}.`);
  return text;
}
