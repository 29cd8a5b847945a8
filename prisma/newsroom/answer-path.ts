import type { FeedInput } from "./feed-input";
import type { Newsroom } from "./load-newsroom";
import { epochLabel, lastChangeAt, listPublished, type PublishedArticle } from "./newsroom-clock";
import { articlePath, feedPath, PICTURE_WIDTHS } from "./newsroom-paths";
import type { PictureCache } from "./picture-cache";
import { renderFeed } from "./render-feed";
import { renderIcon, renderMark } from "./render-mark";
import { renderArticlePage, renderHomePage } from "./render-page";
import type { Answer } from "./send-answer";
import { quirksOf } from "./title-quirks";
import type { NewsroomPicture, NewsroomTitle } from "./types";

export type NewsroomState = { newsroom: Newsroom; epoch: Date; now: () => Date; pictures: PictureCache; origin: string };

/** A feed holds at most this many entries, as most publishers' do. */
const FEED_ENTRIES_MAX = 40;
const PIXEL = Buffer.from("R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7", "base64");
const MISSING: Answer = { kind: "missing" };

/**
 * What the newsroom has at a path, at its clock's present moment.
 *
 * @param path a URL's pathname, starting with a slash
 */
export async function answerPath(state: NewsroomState, path: string): Promise<Answer> {
  const [, slug, room, name, extra, ...rest] = path.split("/");
  const title = state.newsroom.titles.find((one) => one.slug === slug);
  if (title === undefined || rest.length > 0) return MISSING;
  const published = listPublished(state.newsroom, title, state.epoch, state.now());
  if (room === undefined) return { kind: "moved", to: `/${title.slug}/` };
  if (extra !== undefined) return room === "id" && name === epochLabel(state.epoch) ? answerShortLink(published, extra) : MISSING;
  if (name === undefined) return answerRoot(state, title, room, published);
  if (room === "feeds") return answerFeed(state, title, path, published);
  if (room === "pictures") return answerPicture(state, title, name);
  const article = published.find((one) => articlePath(one) === path);
  if (article === undefined) return MISSING;
  return html(renderArticlePage(title, article, state.origin), [article]);
}

async function answerRoot(state: NewsroomState, title: NewsroomTitle, name: string, published: PublishedArticle[]): Promise<Answer> {
  switch (name) {
    case "":
      return html(renderHomePage(title, published.slice(0, FEED_ENTRIES_MAX), state.origin), published);
    case "mark.svg":
      return image("image/svg+xml", Buffer.from(renderMark(title)));
    case "icon.png":
      return image("image/png", await renderIcon(title));
    case "pixel.gif":
      return image("image/gif", PIXEL);
    default:
      return MISSING;
  }
}

function answerFeed(state: NewsroomState, title: NewsroomTitle, path: string, published: PublishedArticle[]): Answer {
  const section = [null, ...title.sections].find((one) => feedPath(title, one) === path);
  if (section === undefined) return MISSING;
  const entries = published.filter((article) => section === null || article.section === section).slice(0, FEED_ENTRIES_MAX);
  const input: FeedInput = { title, section, entries, origin: state.origin, label: epochLabel(state.epoch) };
  const quirks = quirksOf(title);
  return {
    kind: "found",
    contentType: quirks.contentType,
    body: renderFeed(input),
    etag: quirks.etag,
    lastModifiedAt: quirks.lastModified && entries.length > 0 ? lastChangeAt(entries) : null,
    cacheSec: (quirks.ttlMinutes ?? 1) * 60,
  };
}

async function answerPicture(state: NewsroomState, title: NewsroomTitle, name: string): Promise<Answer> {
  const [, key, digits] = /^([a-z0-9-]+)-(\d{2,4})\.jpg$/.exec(name) ?? [];
  const width = PICTURE_WIDTHS.find((one) => String(one) === digits);
  const picture = findPicture(state.newsroom, title, key ?? "");
  if (width === undefined || picture === undefined) return MISSING;
  return image("image/jpeg", await state.pictures.paint({ scene: picture.scene, seed: picture.key, width }));
}

function findPicture(newsroom: Newsroom, title: NewsroomTitle, key: string): NewsroomPicture | undefined {
  for (const event of newsroom.events) {
    for (const article of event.articles) {
      const picture = article.title === title.slug ? article.pictures.find((one) => one.key === key) : undefined;
      if (picture !== undefined) return picture;
    }
  }
  return undefined;
}

function answerShortLink(published: PublishedArticle[], key: string): Answer {
  const article = published.find((one) => one.key === key);
  return article === undefined ? MISSING : { kind: "moved", to: articlePath(article) };
}

function html(page: string, articles: PublishedArticle[]): Answer {
  const lastModifiedAt = articles.length > 0 ? lastChangeAt(articles) : null;
  return { kind: "found", contentType: "text/html; charset=utf-8", body: Buffer.from(page), etag: "weak", lastModifiedAt, cacheSec: 60 };
}

function image(contentType: string, body: Buffer): Answer {
  return { kind: "found", contentType, body, etag: "strong", lastModifiedAt: null, cacheSec: 86_400 };
}
