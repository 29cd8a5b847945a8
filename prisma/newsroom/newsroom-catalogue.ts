import { loadNewsroom, loadTitles, type Newsroom } from "./load-newsroom";
import { epochLabel, publicationAt } from "./newsroom-clock";
import { articlePath, feedPath, guidInFeed } from "./newsroom-paths";
import { quirksOf } from "./title-quirks";
import type { NewsroomSection, NewsroomTitle } from "./types";

export type CatalogueTitle = Pick<
  NewsroomTitle,
  "slug" | "name" | "country" | "language" | "direction" | "colour" | "initials" | "tagline" | "wall"
> & {
  homeUrl: string;
  licence: "partner";
  fullText: boolean;
  /** The feed of all sections first, with `section: null`. */
  feeds: { url: string; section: NewsroomSection | null }[];
};

export type NewsroomPick = {
  titleSlug: string;
  articleKey: string;
  /** As it stands in the title's feeds; `null` where the feed has none. */
  guid: string | null;
  /** The article's canonical address, without campaign parameters. */
  url: string;
  publishedAt: Date;
  note: string;
};

/**
 * What the loader of publishers needs to know about every bundled title.
 *
 * @param origin where the newsroom listens: scheme, host and port, no slash at the end
 * @throws NewsroomFault when `titles.json` has a fault
 */
export function newsroomCatalogue(origin: string, titles: NewsroomTitle[] = loadTitles()): CatalogueTitle[] {
  return titles.map(({ format: _format, sections, ...title }) => {
    const of = (section: NewsroomSection | null) => ({ url: origin + feedPath({ ...title, format: _format, sections }, section), section });
    return {
      ...title,
      homeUrl: `${origin}/${title.slug}/`,
      licence: "partner",
      fullText: quirksOf(title).summaryOnly,
      feeds: [of(null), ...sections.map(of)],
    };
  });
}

/**
 * The articles that editors of the demo have chosen, newest first.
 *
 * @param at the same origin and epoch the server was started with
 * @returns picks, those of articles still to come included: compare `publishedAt`
 * @throws NewsroomFault when the newsroom's files have a fault
 */
export function newsroomPicks(at: { origin: string; epoch: Date }, newsroom: Newsroom = loadNewsroom()): NewsroomPick[] {
  const label = epochLabel(at.epoch);
  const titleBySlug = new Map(newsroom.titles.map((title) => [title.slug, title]));
  const picks: NewsroomPick[] = [];
  for (const article of newsroom.events.flatMap((event) => event.articles)) {
    const title = titleBySlug.get(article.title);
    if (article.pickNote === undefined || title === undefined) continue;
    const dated = { ...article, publishedAt: publicationAt(article.minutesAgo, at.epoch) };
    picks.push({
      titleSlug: title.slug,
      articleKey: article.key,
      guid: guidInFeed(title, dated, label, at.origin),
      url: at.origin + articlePath(dated),
      publishedAt: dated.publishedAt,
      note: article.pickNote,
    });
  }
  return picks.sort((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || (a.url < b.url ? -1 : 1));
}
