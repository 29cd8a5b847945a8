import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { parseArgs } from "node:util";
import { extractKillably, stopExtracting } from "@/lib/articles/extract-gateway";
import { err, ok, type Result } from "@/lib/core/result";
import { parseHttpUrl } from "@/lib/core/url";
import type { CommandIo } from "./command";

type ExtractOrder = { file: string; url: string };

const usage = "Usage: broadsheet extract FILE|- --url URL\n";

/**
 * `broadsheet extract FILE|- --url URL`: prints what an article's page holds as JSON: title, authors, dates, language,
 * text as HTML and plain, pictures with captions and credits, and whether the page is only the beginning.
 *
 * @returns exit code: 0; 1 for wrong use or an unreadable file; 2 for what is no page, with `{"error":{kind,reason}}`
 */
export async function extractCommand(args: string[], io: CommandIo): Promise<number> {
  const order = readOrder(args);
  if (!order.ok) {
    io.stderr.write(`${order.error}${usage}`);
    return 1;
  }
  const { file, url } = order.value;
  const bytes = file === "-" ? await buffer(io.stdin) : await readFile(file).catch(() => null);
  if (bytes === null) {
    io.stderr.write(`Cannot read ${file}.\n`);
    return 1;
  }
  const extracted = await extractKillably({ bytes, url, contentType: null, pictureWidth: null });
  await stopExtracting();
  io.stdout.write(`${JSON.stringify(extracted.ok ? printable(extracted.value) : { error: extracted.error }, null, 1)}\n`);
  return extracted.ok ? 0 : 2;
}

function readOrder(args: string[]): Result<ExtractOrder, string> {
  try {
    const { values, positionals } = parseArgs({ args, allowPositionals: true, options: { url: { type: "string" } } });
    const [file, ...surplus] = positionals;
    if (!file || surplus.length > 0) return err("");
    if (values.url === undefined) return err("The page's own address is missing: --url.\n");
    if (!parseHttpUrl(values.url)) return err(`"${values.url}" is no web address.\n`);
    return ok({ file, url: values.url });
  } catch (cause) {
    return err(cause instanceof Error ? `${cause.message}\n` : "");
  }
}

type Extracted = Extract<Awaited<ReturnType<typeof extractKillably>>, { ok: true }>["value"];

/** The documented shape; instants become ISO 8601 by JSON itself. */
function printable({ bodyMedia: _bodyMedia, html, text, images, paywalled, ...facts }: Extracted) {
  return { ...facts, html, text, images, paywalled };
}
