import { readFile } from "node:fs/promises";
import type { Readable, Writable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { err, ok, type Result } from "@/lib/core/result";
import { stopFeedLanes } from "@/lib/feeds/feed-lane-gateway";
import { parseFeedKillably } from "@/lib/feeds/parse-gateway";
import type { ParsedFeed } from "@/lib/feeds/types";

type CommandIo = { stdin: Readable; stdout: Writable; stderr: Writable };
type ParseOrder = { file: string; url: string | null; contentType: string | null };

const usage = "Usage: broadsheet parse FILE|- [--url URL] [--content-type CT]\n";

/**
 * `broadsheet parse FILE|-`: reads a feed from a file or standard input and prints it as JSON. The file may be
 * hostile: it is read in a process that is killed when it takes too long or too much memory.
 *
 * @returns exit code: 0; 1 for wrong use or an unreadable file; 2 for what is no feed, with `{"error":{kind,reason}}`
 */
export async function parseCommand(args: string[], io: CommandIo): Promise<number> {
  const order = readOrder(args);
  if (!order.ok) {
    io.stderr.write(`${order.error}${usage}`);
    return 1;
  }
  const { file, url, contentType } = order.value;
  const bytes = await readInput(file, io.stdin);
  if (!bytes.ok) {
    io.stderr.write(`${bytes.error}\n`);
    return 1;
  }
  const parsed = await parseFeedKillably(bytes.value, { url, contentType });
  await stopFeedLanes();
  io.stdout.write(`${JSON.stringify(parsed.ok ? printable(parsed.value) : { error: parsed.error }, null, 1)}\n`);
  return parsed.ok ? 0 : 2;
}

function readOrder(args: string[]): Result<ParseOrder, string> {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { url: { type: "string" }, "content-type": { type: "string" } },
    });
    const [file, ...surplus] = positionals;
    if (!file || surplus.length > 0) return err("");
    return ok({ file, url: values.url ?? null, contentType: values["content-type"] ?? null });
  } catch (cause) {
    return err(cause instanceof Error ? `${cause.message}\n` : "");
  }
}

async function readInput(file: string, stdin: Readable): Promise<Result<Uint8Array, string>> {
  if (file === "-") return ok(await buffer(stdin));
  try {
    return ok(await readFile(file));
  } catch {
    return err(`Cannot read ${file}.`);
  }
}

/** The documented shape; instants become ISO 8601 by JSON itself. */
function printable({ feed, entries, dropped, warnings }: ParsedFeed) {
  return {
    feed,
    entries: entries.map(({ guid, url, title, authors, publishedAt, updatedAt, summaryText, html, images, categories, language }) => ({
      guid,
      url,
      title,
      authors,
      publishedAt,
      updatedAt,
      summaryText,
      html,
      images: images.map((image) => ({ url: image.url, credit: image.credit, caption: image.caption })),
      categories,
      language,
    })),
    dropped,
    warnings,
  };
}
