import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";

const Text = z.string().nullish().catch(null);
const Texts = z.array(z.string()).nullish().catch(null);

const GoldRow = z.object({
  file: z.string(),
  url: Text,
  text: Text,
  markdown: Text,
  title: Text,
  published: Text,
  date: Text,
  date_published: Text,
  authors: Texts,
  images: Texts,
  segments_with: Texts,
  segments_without: Texts,
  first13: Text,
  lead_image_url: Text,
  expected: z.object({ cleaned_text: Text }).nullish().catch(null),
});

/** What the set's makers say of one page; null where they say nothing. */
export type GoldPage = {
  set: string;
  file: string;
  url: string;
  text: string | null;
  title: string | null;
  day: string | null;
  authors: string[] | null;
  images: string[] | null;
  /** Words the text must hold, and words it must not. */
  segments: { required: string[]; unwanted: string[] } | null;
  /** The first words of the text. */
  opening: string | null;
  leadImage: string | null;
};

/** The sets that state a text or facts, in the order they are reported. */
export const sets = [
  "aeb",
  "trafilatura",
  "fundus",
  "newspaper",
  "newspaper4k",
  "readability",
  "omnivore",
  "defuddle",
  "goose",
  "postlight",
  "htmldate",
  "magpie",
] as const;

/** Reads what one set says of its pages. */
export function loadGold(directory: string, set: string): GoldPage[] {
  const lines = gunzipSync(readFileSync(join(directory, `${set}.gold.jsonl.gz`)))
    .toString("utf8")
    .split("\n");
  return lines
    .filter((line) => line.trim() !== "")
    .map((line) => toGold(set, GoldRow.parse(JSON.parse(line.replaceAll(": NaN", ": null")))));
}

function toGold(set: string, row: z.infer<typeof GoldRow>): GoldPage {
  return {
    set,
    file: row.file.replace(/^articles\//, ""),
    url: row.url ?? "https://publisher.example/article",
    text: row.text ?? (row.markdown ? fromMarkdown(row.markdown) : null) ?? row.expected?.cleaned_text ?? null,
    title: row.title ?? null,
    day: (row.published ?? row.date ?? row.date_published)?.slice(0, 10) ?? null,
    authors: row.authors ?? null,
    images: row.images ?? null,
    segments: row.segments_with ? { required: row.segments_with, unwanted: row.segments_without ?? [] } : null,
    opening: row.first13 ?? null,
    leadImage: row.lead_image_url ?? null,
  };
}

/** The words of a Markdown text: the head block and the addresses of links and pictures go. */
const fromMarkdown = (markdown: string): string =>
  markdown
    .replace(/^```json[\s\S]*?```/, "")
    .replace(/!\[[^\]]*\]\([^)]*\)/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[#*_`>|~]/g, " ");

/** The bytes of a page as stored. */
export const loadPage = (directory: string, page: GoldPage): Uint8Array => gunzipSync(readFileSync(join(directory, page.file)));
