import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { err, ok, type Result } from "@/lib/core/result";
import { parseHttpUrl } from "@/lib/core/url";
import { decodePage } from "@/lib/feeds/decode-page";
import { discoverFeeds } from "@/lib/feeds/discover-feeds";
import { findFeeds } from "@/lib/feeds/discovery-gateway";
import { judgeRobots } from "@/lib/feeds/judge-robots";
import { parseFeed } from "@/lib/feeds/parse-feed";
import { fetchRobots } from "@/lib/feeds/robots-gateway";
import type { CommandIo } from "./command";

type DiscoverOrder = { target: string; url: string | null };

const usage = "Usage: broadsheet discover URL|FILE|- [--url URL]\n";
/** Stands for the address of a page that came without one; relative links resolve to it and are recognisable. */
const unknownUrl = "https://page.invalid/";

/**
 * `broadsheet discover URL|FILE|-`: prints the feeds of a site as JSON. An address is fetched and every feed with
 * it; of a file or the standard input it says what the page names, unfetched.
 *
 * @returns exit code: 0, also for no feed; 1 for wrong use or an unreadable file; 2 with `{"error":{kind,reason}}` for
 * an address that could not be read
 */
export async function discoverCommand(args: string[], io: CommandIo): Promise<number> {
  const order = readOrder(args);
  if (!order.ok) {
    io.stderr.write(`${order.error}${usage}`);
    return 1;
  }
  const { target, url } = order.value;
  const print = (result: object) => io.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
  if (/^https?:\/\//i.test(target)) {
    const found = await discoverSite(target);
    print(found.ok ? { url: target, feeds: found.value } : { error: found.error });
    return found.ok ? 0 : 2;
  }
  const bytes = target === "-" ? await buffer(io.stdin) : await readFile(target).catch(() => null);
  if (bytes === null) {
    io.stderr.write(`Cannot read ${target}.\n`);
    return 1;
  }
  print({ url, ...(await discoverDocument(bytes, url ?? unknownUrl)) });
  return 0;
}

/** One look by hand: the site's robots.txt is asked for, and kept nowhere. */
function discoverSite(url: string) {
  return findFeeds(url, {
    mayFetchPage: async (page) => judgeRobots(await fetchRobots(new URL(page).origin, new Date()), page),
  });
}

async function discoverDocument(bytes: Uint8Array, url: string): Promise<object> {
  const parsed = await parseFeed(bytes, { contentType: null, url });
  if (parsed.ok) return { isFeed: true, title: parsed.value.feed.title, feeds: [] };
  return { isFeed: false, feeds: discoverFeeds(decodePage(bytes, null), url) };
}

function readOrder(args: string[]): Result<DiscoverOrder, string> {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { url: { type: "string" } } });
    const [target, ...surplus] = positionals;
    if (!target || surplus.length > 0) return err("");
    if (values.url !== undefined && !parseHttpUrl(values.url)) return err(`"${values.url}" is no web address.\n`);
    return ok({ target, url: values.url ?? null });
  } catch (cause) {
    return err(cause instanceof Error ? `${cause.message}\n` : "");
  }
}
