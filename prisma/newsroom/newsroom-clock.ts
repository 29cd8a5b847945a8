import type { Newsroom } from "./load-newsroom";
import type { NewsroomArticle, NewsroomTitle, NewsroomUpdate } from "./types";

/** An article as readers see it at one moment: its update, when due, is already in its text. */
export type PublishedArticle = NewsroomArticle & { publishedAt: Date; updatedAt: Date | null };

/**
 * The instant an article appears, to the second.
 *
 * @param minutesAgo minutes before the epoch; negative means after it
 */
export function publicationAt(minutesAgo: number, epoch: Date): Date {
  return new Date(Math.floor(epoch.getTime() / 1000 - minutesAgo * 60) * 1000);
}

/**
 * What a title has published at `now`, newest first (by publication, then key).
 *
 * @param epoch the moment the newsroom's relative times count from
 * @returns articles whose time has come, each with its update applied once that is due
 */
export function listPublished(newsroom: Newsroom, title: NewsroomTitle, epoch: Date, now: Date): PublishedArticle[] {
  return newsroom.events
    .flatMap((event) => event.articles)
    .filter((article) => article.title === title.slug)
    .map((article) => publish(article, epoch, now))
    .filter((article) => article.publishedAt <= now)
    .sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || (a.key < b.key ? -1 : 1));
}

/** A label for all identifiers of one epoch, so that a new epoch gives new entries: its seconds in base 36. */
export function epochLabel(epoch: Date): string {
  return Math.floor(epoch.getTime() / 1000).toString(36);
}

/** The last change among articles: newest publication or update; the epoch of Unix when there are none. */
export function lastChangeAt(articles: readonly PublishedArticle[]): Date {
  const times = articles.map((article) => Math.max(article.publishedAt.getTime(), article.updatedAt?.getTime() ?? 0));
  return new Date(times.reduce((latest, time) => Math.max(latest, time), 0));
}

function publish(article: NewsroomArticle, epoch: Date, now: Date): PublishedArticle {
  const publishedAt = publicationAt(article.minutesAgo, epoch);
  if (article.update === undefined) return { ...article, publishedAt, updatedAt: null };
  const updatedAt = publicationAt(-article.update.afterMinutes, epoch);
  if (updatedAt > now) return { ...article, publishedAt, updatedAt: null };
  return { ...applyUpdate(article, article.update), publishedAt, updatedAt };
}

function applyUpdate(article: NewsroomArticle, update: NewsroomUpdate): NewsroomArticle {
  const replace = update.replaceBody;
  const body = replace === undefined ? article.body : article.body.map((block) => block.replaceAll(replace.find, () => replace.with));
  return {
    ...article,
    headline: update.headline ?? article.headline,
    standfirst: update.standfirst ?? article.standfirst,
    body: [...body, ...(update.appendBody ?? [])],
  };
}
