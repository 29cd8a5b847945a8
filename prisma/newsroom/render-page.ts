import { escapeMarkup } from "./escape-markup";
import { rfc3339 } from "./feed-dates";
import type { PublishedArticle } from "./newsroom-clock";
import { articlePath, feedPath, picturePath } from "./newsroom-paths";
import { plainInline, renderBody, renderInline } from "./render-body";
import { sectionName } from "./section-names";
import { quirksOf } from "./title-quirks";
import type { NewsroomSection, NewsroomTitle } from "./types";

const STYLE =
  "body{margin:0 auto;max-width:44rem;padding:1rem;font:1.1rem/1.6 Georgia,serif;color:#1b1a18;background:#fdfcf9}header,footer{border-block:1px solid #d8d2c6;padding:.5rem 0}header a{font-weight:700;text-decoration:none}h1{line-height:1.1}figure{margin:1.5rem 0}img{max-width:100%;height:auto}figcaption,.meta{font:.85rem/1.4 sans-serif;color:#5c574e}blockquote{border-inline-start:3px solid;margin-inline:0;padding-inline-start:1rem}li{margin:.7rem 0}";

/** A title's article as a complete page, with Open Graph and canonical address. */
export function renderArticlePage(title: NewsroomTitle, article: PublishedArticle, origin: string): string {
  const quirks = quirksOf(title);
  const pictureUrl = (key: string, width: number) => origin + picturePath(title.slug, key, width);
  const body = renderBody(article, { ...quirks, lazyPictures: false, leadInBody: true, pictureUrl });
  const authors = article.authors.map(
    (one) => `<span rel="author">${escapeMarkup(one.name)}</span>${one.role === undefined ? "" : `, ${escapeMarkup(one.role)}`}`,
  );
  const times = [
    `<time datetime="${article.publishedAt.toISOString()}">${displayTime(article.publishedAt, title)}</time>`,
    article.updatedAt === null ? "" : `<time datetime="${article.updatedAt.toISOString()}">${displayTime(article.updatedAt, title)}</time>`,
  ].filter((time) => time !== "");
  const main = [
    "<main><article>",
    `<p class="meta">${escapeMarkup(sectionName(article.section, title.language))}</p>`,
    `<h1>${escapeMarkup(article.headline)}</h1>`,
    `<p><strong>${renderInline(article.standfirst)}</strong></p>`,
    `<p class="meta">${[...authors, ...times].join(" · ")}</p>`,
    body,
    "</article></main>",
  ].join("\n");
  return renderDocument(title, origin, article.headline, articleMeta(title, article, origin), main);
}

/** A title's home page: its newest articles, and links by which readers find its feeds. */
export function renderHomePage(title: NewsroomTitle, articles: readonly PublishedArticle[], origin: string): string {
  const entries = articles.map(
    (article) =>
      `<li><a href="${articlePath(article)}">${escapeMarkup(article.headline)}</a> <span class="meta">${escapeMarkup(sectionName(article.section, title.language))} · ${displayTime(article.publishedAt, title)}</span></li>`,
  );
  const meta = `<meta name="description" content="${escapeMarkup(title.tagline)}">`;
  return renderDocument(
    title,
    origin,
    title.name,
    meta,
    `<main><h1>${escapeMarkup(title.name)}</h1><ul>\n${entries.join("\n")}\n</ul></main>`,
  );
}

function articleMeta(title: NewsroomTitle, article: PublishedArticle, origin: string): string {
  const [lead] = article.pictures;
  const property = (name: string, value: string) => `<meta property="${name}" content="${escapeMarkup(value)}">`;
  const url = origin + articlePath(article);
  return [
    `<link rel="canonical" href="${url}">`,
    `<meta name="description" content="${escapeMarkup(plainInline(article.standfirst))}">`,
    property("og:type", "article"),
    property("og:site_name", title.name),
    property("og:title", article.headline),
    property("og:description", plainInline(article.standfirst)),
    property("og:url", url),
    property("og:locale", title.language.replace("-", "_")),
    ...(lead === undefined
      ? []
      : [property("og:image", origin + picturePath(title.slug, lead.key, 1200)), property("og:image:alt", lead.alt)]),
    property("article:published_time", article.publishedAt.toISOString()),
    ...(article.updatedAt === null ? [] : [property("article:modified_time", article.updatedAt.toISOString())]),
    property("article:section", article.section),
    ...article.authors.map((author) => `<meta name="author" content="${escapeMarkup(author.name)}">`),
    ...article.categories.map((category) => property("article:tag", category)),
  ].join("\n");
}

function renderDocument(title: NewsroomTitle, origin: string, heading: string, meta: string, main: string): string {
  const type = alternateType(title);
  const sections: (NewsroomSection | null)[] = [null, ...title.sections];
  const alternates = sections.map((section) => {
    const name = section === null ? title.name : `${title.name} | ${sectionName(section, title.language)}`;
    return `<link rel="alternate" type="${type}" title="${escapeMarkup(name)}" href="${feedPath(title, section)}">`;
  });
  return [
    "<!doctype html>",
    `<html lang="${title.language}" dir="${title.direction}">`,
    `<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">`,
    `<title>${escapeMarkup(heading === title.name ? heading : `${heading} | ${title.name}`)}</title>`,
    meta,
    ...alternates,
    `<link rel="icon" href="/${title.slug}/icon.png">`,
    `<style>${STYLE}</style></head>`,
    `<body><header><a href="${origin}/${title.slug}/" style="color:${title.colour}">${escapeMarkup(title.name)}</a> <span class="meta">${escapeMarkup(title.tagline)}</span></header>`,
    main,
    `<footer class="meta">© ${escapeMarkup(title.name)}</footer></body></html>`,
    "",
  ].join("\n");
}

function alternateType(title: NewsroomTitle): string {
  if (title.format === "jsonfeed") return "application/feed+json";
  return title.format.startsWith("atom") ? "application/atom+xml" : "application/rss+xml";
}

function displayTime(at: Date, title: NewsroomTitle): string {
  return rfc3339(at, quirksOf(title).offsetMinutes).slice(0, 16).replace("T", " ");
}
