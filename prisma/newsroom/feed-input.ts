import { lastChangeAt, type PublishedArticle } from "./newsroom-clock";
import { feedPath, guidInFeed, linkInFeed, picturePath } from "./newsroom-paths";
import { renderBody } from "./render-body";
import { sectionName } from "./section-names";
import { quirksOf, type TitleQuirks } from "./title-quirks";
import type { NewsroomPicture, NewsroomSection, NewsroomTitle } from "./types";

/** What a feed is rendered from; the same input always gives the same bytes. */
export type FeedInput = {
  title: NewsroomTitle;
  /** `null` is the feed of all sections. */
  section: NewsroomSection | null;
  /** Newest first. */
  entries: readonly PublishedArticle[];
  /** Scheme, host and port, no slash at the end. */
  origin: string;
  /** From `epochLabel`. */
  label: string;
};

/** A feed's own facts, ready for any format. */
export type FeedFacts = { name: string; homeUrl: string; selfUrl: string; iconUrl: string; changedAt: Date; quirks: TitleQuirks };

/** One entry's facts, ready for any format. */
export type EntryFacts = {
  article: PublishedArticle;
  url: string;
  guid: string | null;
  /** Empty where the feed carries summaries alone. */
  bodyHtml: string;
  sectionName: string;
  pictures: NewsroomPicture[];
  pictureUrl: (key: string, width: number) => string;
};

/** Gathers what every format says about a feed. */
export function feedFacts(input: FeedInput): FeedFacts {
  const { title, section, origin } = input;
  return {
    name: section === null ? title.name : `${title.name} | ${sectionName(section, title.language)}`,
    homeUrl: `${origin}/${title.slug}/`,
    selfUrl: origin + feedPath(title, section),
    iconUrl: `${origin}/${title.slug}/icon.png`,
    changedAt: lastChangeAt(input.entries),
    quirks: quirksOf(title),
  };
}

/**
 * Gathers what every format says about an entry.
 *
 * @param pictureBase put before picture paths in the text; the origin unless the format resolves relative addresses
 */
export function entryFacts(input: FeedInput, article: PublishedArticle, pictureBase: string = input.origin): EntryFacts {
  const { title, origin } = input;
  const quirks = quirksOf(title);
  const url = linkInFeed(title, article, origin);
  const inBody = (key: string, width: number) => pictureBase + picturePath(title.slug, key, width);
  const body = renderBody(article, { ...quirks, pictureUrl: inBody });
  const pixel = quirks.campaign ? `\n<img src="${origin}/${title.slug}/pixel.gif?a=${article.key}" width="1" height="1" alt="" />` : "";
  return {
    article,
    url,
    guid: guidInFeed(title, article, input.label, origin),
    bodyHtml: quirks.summaryOnly ? "" : body + pixel,
    sectionName: sectionName(article.section, title.language),
    pictures: article.pictures,
    pictureUrl: (key, width) => origin + picturePath(title.slug, key, width),
  };
}
