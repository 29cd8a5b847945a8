import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { primaryLanguage } from "@/lib/articles/count-words";
import { cutLeadIn, cutStandfirst } from "@/lib/articles/cut-lead-in";
import { htmlParagraphs } from "@/lib/articles/html-paragraphs";
import { mapSection } from "@/lib/articles/map-section";
import type { SectionText } from "@/lib/articles/section-terms";
import { canonicalLanguage } from "@/lib/core/language";
import { parseFeed } from "@/lib/feeds/parse-feed";
import type { Entry } from "@/lib/feeds/types";
import { loadNewsroom } from "@/prisma/newsroom/load-newsroom";
import { loadCorpus } from "../parse/load-corpus";

/** A text with the section that others gave it. `group` holds together what tells of one event or stands in two feeds: never on both sides. */
export type LabelledText = { text: SectionText; section: string; group: string };

/** The aggregator's own names for four of our sections. */
const aggregatorSections = { business: "business", entertainment: "culture", health: "health", "sci-tech": "technology" } as const;
const UciRow = z.object({ title: z.string(), category: z.enum(["business", "entertainment", "health", "sci-tech"]), story: z.string() });
const standfirstCharactersMax = 300;

/** Headlines of an aggregator in four sections, grouped by their story. */
export function loadAggregator(corpus: string): LabelledText[] {
  const lines = gunzipSync(readFileSync(join(corpus, "clustering/uci-news-aggregator-sample.jsonl.gz")))
    .toString("utf8")
    .trim()
    .split("\n");
  return lines.map((line) => {
    const { title, category, story } = UciRow.parse(JSON.parse(line));
    return { text: { headline: title, standfirst: "", leadIn: "", language: "en" }, section: aggregatorSections[category], group: story };
  });
}

/** Entries of captured feeds whose own categories name a section, as we would store them. */
export async function loadFeedTexts(corpus: string): Promise<LabelledText[]> {
  const texts: LabelledText[] = [];
  for (const { bytes } of loadCorpus(join(corpus, "feeds"))) {
    const parsed = await parseFeed(bytes, { contentType: null, url: "https://publisher.example/feed" });
    if (!parsed.ok) continue;
    const { feed, entries } = parsed.value;
    texts.push(...entries.flatMap((entry) => labelByCategory(entry, canonicalLanguage(entry.language ?? feed.language) ?? "")));
  }
  return texts;
}

function labelByCategory(entry: Entry, language: string): LabelledText[] {
  const choice = mapSection("top", entry.categories, null);
  if (choice.by !== "category" || language === "" || entry.title === "") return [];
  const paragraphs = htmlParagraphs(entry.html);
  const leadIn = cutLeadIn(paragraphs, language).join("\n\n");
  const standfirst = cutStandfirst(entry.summaryText, language, standfirstCharactersMax);
  return [{ text: { headline: entry.title, standfirst, leadIn, language }, section: choice.section, group: entry.title.toLowerCase() }];
}

/** The bundled newsroom's articles in the sections of their titles, grouped by event. */
export function loadNewsroomTexts(): LabelledText[] {
  const { titles, events } = loadNewsroom();
  const languageOf = new Map(titles.map((title) => [title.slug, title.language]));
  return events.flatMap(({ key, articles }) =>
    articles.map(({ title, headline, standfirst, body, section }) => {
      const language = languageOf.get(title) ?? "en";
      const leadIn = cutLeadIn(
        body.filter((block) => !/^(!\[|## |> )/.test(block)),
        language,
      ).join("\n\n");
      return { text: { headline, standfirst, leadIn, language }, section, group: key };
    }),
  );
}

/** The language a text is told apart by. */
export const languageOf = ({ text }: LabelledText): string => primaryLanguage(text.language);
