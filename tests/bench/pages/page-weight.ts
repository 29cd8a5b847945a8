import { gzipSync } from "node:zlib";
import { sendRaw } from "../../support/raw-request";

export type PageBytes = { html: string; rawBytes: number; gzipBytes: number };

/** Fetches a page as a browser does, compressed; bytes before and after. @throws Error unless it answers 200 */
export async function weighPage(origin: string, path: string, cookie?: string): Promise<PageBytes> {
  const answer = await sendRaw(origin, { path, headers: { "accept-encoding": "gzip", ...(cookie ? { cookie } : {}) } });
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}.`);
  return { html: answer.body.toString("utf8"), rawBytes: answer.body.length, gzipBytes: answer.sent.length };
}

/**
 * Compressed bytes of all script that a page's first load brings: every script file its markup or its data names,
 * without those that only browsers without modules fetch.
 */
export async function weighScripts(origin: string, html: string): Promise<number> {
  const skipped = new Set((html.match(/<script\b[^>]*\bnoModule\b[^>]*>/gi) ?? []).map((tag) => tag.match(/\bsrc="([^"]+)"/)?.[1]));
  const named = [...html.matchAll(/(?:\/_next)?\/?static\/chunks\/[\w./~%()[\]-]+\.js/g)].map(
    (match) => `/_next/${match[0].replace(/^(\/_next)?\//, "")}`,
  );
  const tags = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]+)"/g)].map((match) => (match[1] ?? "").split("?")[0] ?? "");
  const files = [...new Set([...named, ...tags])].filter((file) => file.startsWith("/") && !skipped.has(file));
  const sizes = await Promise.all(files.map((file) => scriptBytes(origin, file)));
  return sizes.reduce((sum, size) => sum + size, 0);
}

// Compressed here, so that how a server compresses is not counted as what a page needs.
async function scriptBytes(origin: string, file: string): Promise<number> {
  const answer = await sendRaw(origin, { path: file });
  if (answer.status !== 200) throw new Error(`${file} answered ${answer.status}.`);
  return gzipSync(answer.body).length;
}
