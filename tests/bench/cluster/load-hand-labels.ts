import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { sha256Hex } from "@/lib/core/hash";
import { canonicalLanguage } from "@/lib/core/language";
import { parseDate } from "@/lib/feeds/parse-date";
import { parseFeed } from "@/lib/feeds/parse-feed";
import { plainSummary, plainTitle } from "@/lib/feeds/plain-text";

const Label = z.strictObject({
  /** The file under the corpus that the article stands in. */
  source: z.string(),
  id: z.string().regex(/^[0-9a-f]{16}$/),
  story: z.string().regex(/^s\d{4}$/),
  /** Only where the article's language is not the one its feed states. */
  language: z.string().optional(),
});

const AgencyRow = z.object({
  title: z.string(),
  link: z.string(),
  pubDate: z.string().nullable(),
  description: z.string().nullable(),
  publisher: z.string(),
});

/** A labelled article, its texts as the corpus has them; articles of one event have one `story`, in whatever language. */
export type HandArticle = {
  id: string;
  title: string;
  text: string;
  publishedAtMs: number;
  publisher: string;
  language: string;
  story: string;
};

type Found = Omit<HandArticle, "story" | "publishedAtMs"> & { publishedAtMs: number | null };

const ownLabels = join(import.meta.dirname, "labels/hand-labels.json");

/**
 * Reads the articles that were labelled by hand (`labels/README.md`), with their texts out of the corpus, in order of
 * publication. An article without a date gets the newest date of its source: when the source was captured it was there.
 *
 * @param corpusDir the folder that holds `clustering` and `feeds`
 * @param labelsFile another file of labels
 * @throws Error where a labelled article, or its source, is not in the corpus, or is labelled twice
 */
export async function loadHandLabels(corpusDir: string, labelsFile = ownLabels): Promise<HandArticle[]> {
  const labels = z.array(Label).parse(JSON.parse(readFileSync(labelsFile, "utf8")));
  const sources = new Map<string, Map<string, HandArticle>>();
  const articles = new Map<string, HandArticle>();
  for (const label of labels) {
    const source = sources.get(label.source) ?? (await readSource(corpusDir, label.source));
    sources.set(label.source, source);
    const article = source.get(label.id);
    if (!article)
      throw new Error(`Labelled article ${label.id} is not in ${label.source} of the corpus: is it the corpus that was labelled?`);
    if (articles.has(label.id)) throw new Error(`Article ${label.id} is labelled twice.`);
    articles.set(label.id, { ...article, language: label.language ?? article.language, story: label.story });
  }
  return [...articles.values()].sort((a, b) => a.publishedAtMs - b.publishedAtMs || (a.id < b.id ? -1 : 1));
}

/** Every article of one source by id, the first where it holds one twice. */
async function readSource(corpusDir: string, source: string): Promise<Map<string, HandArticle>> {
  const bytes = readFileSync(join(corpusDir, source));
  const found = source.endsWith(".jsonl.gz") ? readAgencyRows(bytes) : await readCapturedFeed(bytes, source);
  const newestMs = Math.max(...found.flatMap((article) => article.publishedAtMs ?? []));
  return new Map(
    found.toReversed().map((article) => [article.id, { ...article, publishedAtMs: article.publishedAtMs ?? newestMs, story: "" }]),
  );
}

function readAgencyRows(bytes: Uint8Array): Found[] {
  const lines = gunzipSync(bytes)
    .toString("utf8")
    .split("\n")
    .filter((line) => line !== "");
  return lines.map((line) => {
    const row = AgencyRow.parse(JSON.parse(line));
    return {
      id: articleIdOf(row.link),
      title: plainTitle({ value: row.title, type: "html" }),
      text: plainSummary({ value: row.description ?? "", type: "html" }),
      publishedAtMs: row.pubDate === null ? null : (parseDate(row.pubDate)?.getTime() ?? null),
      publisher: row.publisher,
      language: row.publisher === "elpais.com" ? "es" : "en",
    };
  });
}

async function readCapturedFeed(bytes: Uint8Array, source: string): Promise<Found[]> {
  const parsed = await parseFeed(bytes, { contentType: null, url: null });
  if (!parsed.ok) throw new Error(`${source} cannot be read: ${parsed.error.reason}`);
  return parsed.value.entries.flatMap((entry) => {
    const link = entry.url ?? entry.guid;
    if (link === null) return [];
    const language = canonicalLanguage(entry.language) ?? languageOf(source);
    const publishedAtMs = entry.publishedAt?.getTime() ?? null;
    return [
      { id: articleIdOf(link), title: entry.title, text: entry.summaryText, publishedAtMs, publisher: publisherOf(source), language },
    ];
  });
}

/** What labels call an article: the first 64 bits of the SHA-256 of its address, else of its guid. */
const articleIdOf = (link: string): string => sha256Hex(link).slice(0, 16);

/** Captured feeds are named PUBLISHER__REPOSITORY__NAME. */
const publisherOf = (source: string): string => source.replace(/^.*\//, "").replace(/__.*$/, "");

/** What the feeds that state no language are written in. */
const languageOf = (source: string): string => (source.includes("greatfire") ? "zh" : source.includes("lemonde.fr") ? "fr" : "en");
