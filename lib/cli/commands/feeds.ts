import { parseArgs } from "node:util";
import { listFeedHealth } from "@/lib/feeds/health-store";
import type { FeedHealth } from "@/lib/feeds/judge-health";
import { db } from "@/lib/platform/db";
import type { CommandIo } from "./command";

/**
 * `broadsheet feeds [--failing] [--json]`: one line for each active feed, worst first: state, publisher, address,
 * last success, and the last error in words. `--failing` leaves out what is healthy or new; `--json` prints the
 * whole record of each, one a line.
 *
 * @returns 0; 2 for a wrong command line
 */
export async function feedsCommand(args: string[], io: CommandIo): Promise<number> {
  const options = readOptions(args);
  if (!options) {
    io.stderr.write("Usage: broadsheet feeds [--failing] [--json]\n");
    return 2;
  }
  try {
    const feeds = (await listFeedHealth(new Date())).filter((feed) => !options.failing || isTroubled(feed));
    for (const feed of feeds) io.stdout.write(`${options.json ? JSON.stringify(feed) : feedLine(feed)}\n`);
    return 0;
  } finally {
    await db.$disconnect();
  }
}

function readOptions(args: string[]): { failing: boolean; json: boolean } | null {
  try {
    const { values } = parseArgs({ args, options: { failing: { type: "boolean" }, json: { type: "boolean" } } });
    return { failing: values.failing ?? false, json: values.json ?? false };
  } catch {
    return null;
  }
}

const isTroubled = (feed: FeedHealth): boolean => feed.state !== "healthy" && feed.state !== "new";

function feedLine(feed: FeedHealth): string {
  const success = feed.lastSuccessAt ? `last read ${minute(feed.lastSuccessAt)}` : "never read";
  const notes = [
    success,
    `${feed.articlesADay} articles a day`,
    ...(feed.latenessSec > 0 ? [`${feed.latenessSec} s late`] : []),
    ...(feed.gaps > 0 ? [`${feed.gaps} gaps`] : []),
    ...(feed.failureCount > 0 ? [`${feed.failureCount} failures, next try ${minute(feed.nextPollAt)}: ${feed.lastError ?? ""}`] : []),
  ];
  return `${feed.state.padEnd(8)}${feed.publisher}  ${feed.url}  ${notes.join(", ")}`;
}

const minute = (at: Date): string => `${at.toISOString().slice(0, 16)}Z`;
