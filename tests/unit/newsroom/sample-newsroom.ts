import type { FeedInput } from "@/prisma/newsroom/feed-input";
import type { Newsroom } from "@/prisma/newsroom/load-newsroom";
import { epochLabel, listPublished } from "@/prisma/newsroom/newsroom-clock";
import { NewsroomArticle, NewsroomTitle } from "@/prisma/newsroom/types";

export const EPOCH = new Date("2026-11-22T06:00:00Z");
const ORIGIN = "http://127.0.0.1:9999";

/** A title in one of the newsroom's formats; `over` wins. */
export function sampleTitle(over: Partial<NewsroomTitle> = {}): NewsroomTitle {
  return NewsroomTitle.parse({
    slug: "sample-title",
    name: "The Sample & Title",
    initials: "ST",
    colour: "#123456",
    country: "GB",
    language: "en-GB",
    direction: "ltr",
    wall: "open",
    tagline: "Plain <words>",
    format: "rss2",
    sections: ["world", "science"],
    ...over,
  });
}

/** An article with two authors, two pictures, a subhead, a quotation and awkward characters; `over` wins. */
export function sampleArticle(over: Partial<NewsroomArticle> = {}): NewsroomArticle {
  return NewsroomArticle.parse({
    key: "harbour-opens",
    title: "sample-title",
    section: "world",
    headline: "The harbour’s gates < open & close",
    standfirst: "It took _nine_ years.",
    authors: [{ name: "Ada Brine", role: "Correspondent" }, { name: "Tom O’Hare" }],
    minutesAgo: 60,
    body: ["First & _foremost_.", "## What next", "![gate-wide]", "> It holds — Mayor Lind", "Last ]]> words."],
    pictures: [
      { key: "gate-lead", scene: "harbour", alt: "A gate", caption: "The gate at dusk.", credit: "Ida Foss/Sample" },
      { key: "gate-wide", scene: "sea", alt: "A wide sea", caption: "The sea beyond.", credit: "Ida Foss" },
    ],
    categories: ["Harbours", "Sea & tide"],
    ...over,
  });
}

export function sampleNewsroom(title: NewsroomTitle = sampleTitle(), articles: NewsroomArticle[] = [sampleArticle()]): Newsroom {
  return { titles: [title], events: [{ key: "harbour", articles: articles.map((article) => ({ ...article, title: title.slug })) }] };
}

/** What a renderer is given for a title's feed of all sections, 30 minutes after the epoch. */
export function sampleFeed(title: NewsroomTitle, articles: NewsroomArticle[] = [sampleArticle()], minutesAfter = 30): FeedInput {
  const now = new Date(EPOCH.getTime() + minutesAfter * 60_000);
  const entries = listPublished(sampleNewsroom(title, articles), title, EPOCH, now);
  return { title, section: null, entries, origin: ORIGIN, label: epochLabel(EPOCH) };
}
