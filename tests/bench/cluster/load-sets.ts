import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { readOwnStories } from "@/tests/fixtures/stories/own-stories";
import { loadHandLabels } from "./load-hand-labels";
import type { LabelledPair, PairSide, SetArticle } from "./types";

const UciRow = z.object({ id: z.number(), title: z.string(), publisher: z.string(), story: z.string(), timestamp_ms: z.number() });
const EcbRow = z.object({ id: z.string(), topic: z.number(), subtopic: z.string(), text: z.string() });
const NewswireSide = z.object({ title: z.string(), lede: z.string(), published: z.string() });
const NewswireRow = z.object({ label: z.enum(["SAME", "DIFFERENT"]), a: NewswireSide, b: NewswireSide });
const TelegramRow = z.object({
  lang: z.string(),
  label: z.enum(["OK", "BAD"]),
  a_title: z.string(),
  b_title: z.string(),
  a_text: z.string(),
  b_text: z.string(),
});
const StsRow = z.object({ year: z.number(), score: z.number(), a: z.string(), b: z.string() });

/** Headlines of an aggregator with its stories, in order of time. */
export function loadUci(corpus: string): SetArticle[] {
  return readRows(corpus, "uci-news-aggregator-sample", UciRow)
    .map(({ id, title, publisher, story, timestamp_ms: publishedAtMs }) => {
      return { id: String(id), title, text: "", publishedAtMs, language: "en", publisher, story, halfKey: story };
    })
    .sort((a, b) => a.publishedAtMs - b.publishedAtMs || Number(a.id) - Number(b.id));
}

/** ECB+: texts without headlines and dates; two stories (subtopics) a topic. In order of id. */
export function loadEcb(corpus: string): SetArticle[] {
  return readRows(corpus, "ecbplus-docs", EcbRow)
    .map(({ id, topic, subtopic, text }) => ({
      id,
      title: "",
      text: text.replace(/ ([.,;:!?%)’'])/g, "$1"),
      publishedAtMs: 0,
      language: "en",
      publisher: id,
      story: subtopic,
      halfKey: String(topic),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The articles labelled by hand, in order of time; a story counts once in each language. */
export async function loadHand(corpus: string): Promise<SetArticle[]> {
  return (await loadHandLabels(corpus)).map((article) => {
    const language = article.language.split("-")[0] ?? "";
    return { ...article, language, story: `${article.story} ${language}`, halfKey: article.story };
  });
}

/** The project's own invented events, in order of time. */
export const loadOwn = (): SetArticle[] =>
  readOwnStories().map((article) => ({ ...article, publishedAtMs: article.publishedAt.getTime(), halfKey: article.story }));

/** Newswire reports in pairs of one story or two. */
export const loadNewswirePairs = (corpus: string): LabelledPair[] =>
  readRows(corpus, "newswire-same-story-pairs", NewswireRow).map(({ label, a, b }) => ({
    truth: label === "SAME" ? 1 : 0,
    a: side(a.title, a.lede, "en", Date.parse(a.published)),
    b: side(b.title, b.lede, "en", Date.parse(b.published)),
    group: "",
  }));

/** English and Russian articles in pairs of one story or two. */
export const loadTelegramPairs = (corpus: string): LabelledPair[] =>
  readRows(corpus, "telegram-pairs", TelegramRow).map((row) => ({
    truth: row.label === "OK" ? 1 : 0,
    a: side(row.a_title, row.a_text, row.lang),
    b: side(row.b_title, row.b_text, row.lang),
    group: row.lang,
  }));

/** Headlines in pairs, with how alike in meaning people found them, 0 to 5; grouped by year. */
export const loadStsPairs = (corpus: string): LabelledPair[] =>
  [2013, 2015].flatMap((year) =>
    readRows(corpus, `sts-headlines-${year}`, StsRow).map(({ score, a, b }) => {
      return { truth: score, a: side(a, "", "en"), b: side(b, "", "en"), group: String(year) };
    }),
  );

const side = (title: string, text: string, language: string, publishedAtMs = 0): PairSide => ({ title, text, language, publishedAtMs });

function readRows<T>(corpus: string, name: string, row: z.ZodType<T>): T[] {
  const lines = gunzipSync(readFileSync(join(corpus, "clustering", `${name}.jsonl.gz`))).toString("utf8");
  return lines
    .trim()
    .split("\n")
    .map((line) => row.parse(JSON.parse(line)));
}
