import type { ChildProcess } from "node:child_process";
import { rm } from "node:fs/promises";
import { migrate } from "@/lib/platform/migrations/migrate";
import { startEmbeddedPostgres } from "@/lib/platform/postgres/embedded-postgres";
import { makeTempFolder } from "@/lib/platform/temp-folder";
import { nextMessage, startScript } from "../refresh/drive";

/** What measurements of polling stand on: a migrated database, and publishers' servers in a process of their own. */
export type FeedBed = {
  url: string;
  urlOf: (database: string) => string;
  /** Where the publishers' servers listen. */
  origins: readonly string[];
  /** Makes the documents of these feeds beforehand; their ETags. */
  makeFeeds: (range: { from: number; until: number }) => Promise<string[]>;
};

/**
 * Runs `work` on a bed that is taken down after it, however it ends.
 *
 * @param options.hosts how many hosts serve the feeds
 */
export async function withFeedBed(options: { name: string; hosts: number }, work: (bed: FeedBed) => Promise<void>): Promise<void> {
  const dataDir = await makeTempFolder(`broadsheet-${options.name}-`);
  const server = await startEmbeddedPostgres({ dataDir, database: options.name });
  const feeds = startScript("serve-feeds.ts", [String(options.hosts)]);
  try {
    const origins = await nextMessage<string[]>(feeds);
    await migrate(server.url);
    await work({ url: server.url, urlOf: server.urlOf, origins, makeFeeds: (range) => askFor(feeds, range) });
  } finally {
    feeds.disconnect();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true, maxRetries: 3 });
  }
}

function askFor(feeds: ChildProcess, range: { from: number; until: number }): Promise<string[]> {
  feeds.send(range);
  return nextMessage<string[]>(feeds);
}
