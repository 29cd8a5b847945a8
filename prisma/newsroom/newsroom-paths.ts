import type { PublishedArticle } from "./newsroom-clock";
import { quirksOf } from "./title-quirks";
import type { NewsroomSection, NewsroomTitle } from "./types";

/** Widths in pixels at which the newsroom serves its pictures; the last is the master. */
export const PICTURE_WIDTHS = [320, 480, 640, 800, 960, 1200, 1600] as const;

/** Path of a title's feed; `null` is the feed of all sections. */
export function feedPath(title: NewsroomTitle, section: NewsroomSection | null): string {
  const extension = title.format === "jsonfeed" ? "json" : "xml";
  return `/${title.slug}/feeds/${section ?? "all"}.${extension}`;
}

/** Canonical path of an article's page: `/{slug}/{section}/{key}-{YYYY-MM-DD}`, the day in UTC. */
export function articlePath(article: Pick<PublishedArticle, "title" | "section" | "key" | "publishedAt">): string {
  return `/${article.title}/${article.section}/${article.key}-${article.publishedAt.toISOString().slice(0, 10)}`;
}

/** Path of a picture at a width in pixels, one of PICTURE_WIDTHS. */
export function picturePath(slug: string, key: string, width: number): string {
  return `/${slug}/pictures/${key}-${width}.jpg`;
}

/** The address a title's feed gives as an article's link: canonical, or with campaign parameters where the title adds them. */
export function linkInFeed(title: NewsroomTitle, article: PublishedArticle, origin: string): string {
  const url = origin + articlePath(article);
  return quirksOf(title).campaign ? `${url}?utm_source=rss&utm_medium=feed&utm_campaign=${article.section}` : url;
}

/**
 * The identifier a title's feed gives an article, exactly as it stands in the feed.
 *
 * @param label from `epochLabel`, so that a new epoch gives new entries
 * @returns `null` for a title whose entries have none
 */
export function guidInFeed(
  title: NewsroomTitle,
  article: Pick<PublishedArticle, "key" | "publishedAt">,
  label: string,
  origin: string,
): string | null {
  const style = quirksOf(title).guid;
  switch (style) {
    case "none":
      return null;
    case "opaque":
      return `${title.slug}-${label}-${article.key}`;
    case "short-link":
      return `${origin}/${title.slug}/id/${label}/${article.key}`;
    case "tag-uri":
      // RFC 4151: authority, then the day the tag was minted.
      return `tag:${title.slug}.example,${article.publishedAt.toISOString().slice(0, 10)}:${label}/${article.key}`;
    case "urn":
      return `urn:newsroom:${title.slug}:${label}:${article.key}`;
    default:
      return style satisfies never;
  }
}
