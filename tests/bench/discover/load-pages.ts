import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

const Line = z.object({
  file: z.string(),
  base: z.string().nullable(),
  alternate_links: z.array(z.object({ type: z.string().nullish(), href: z.string(), abs: z.string().nullish() })),
});

export type CorpusPage = {
  file: string;
  /** Where the page came from; a stand-in where the corpus does not say. */
  url: string;
  bytes: Uint8Array;
  /** Addresses of the feeds it announces, absolute. */
  announced: string[];
  /** Of the links listed with it, those that lead to a programming interface instead of a feed. */
  interfaces: number;
};

const standIn = "https://page.invalid/";

/** Reads the home pages of the corpus and the feeds that another program saw announced in them. */
export function loadPages(directory: string): CorpusPage[] {
  const lines = readFileSync(join(directory, "manifest.jsonl"), "utf8").split("\n").filter(Boolean);
  return lines.map((line) => {
    const { file, base, alternate_links: links } = Line.parse(JSON.parse(line));
    const url = base ?? standIn;
    const feeds = links.filter((link) => !isInterface(link.abs ?? link.href));
    return {
      file,
      url,
      bytes: gunzipSync(readFileSync(join(directory, file))),
      announced: feeds.map((link) => new URL(link.abs ?? link.href, url).href),
      interfaces: links.length - feeds.length,
    };
  });
}

/** WordPress lists its programming interface as an alternate of type JSON. */
const isInterface = (url: string): boolean => url.includes("/wp-json/");
