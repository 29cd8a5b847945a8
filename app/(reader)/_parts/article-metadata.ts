import type { Metadata } from "next";
import type { ArticleView } from "@/lib/articles/types";
import { mediaHref } from "@/lib/core/media-href";
import { product } from "@/lib/core/product";
import { publicUrl } from "@/lib/syndication/queries";

/** What the head of an article's page says to machines. Nothing here comes from the licensed text. */
export function articleMetadata(view: ArticleView | null): Metadata {
  if (!view) return { title: "Not in this paper", robots: { index: false } };
  const { card } = view;
  const url = publicUrl(`/article/${card.slug}`);
  const picture = view.pictures[0] ?? card.picture;
  const images = picture ? [{ url: publicUrl(mediaHref(picture.hash, 1440)), alt: picture.alt }] : [];
  return {
    title: `${card.headline} · ${card.publisher.name}`,
    description: card.standfirst,
    alternates: { canonical: view.indexing === "canonical_to_source" ? view.originalUrl : url },
    robots: robotsOf(view.indexing),
    // Next's robots field knows only googlebot by name; the news crawler is told by a tag of its own.
    other: view.indexing === "noindex_news" ? { "googlebot-news": "noindex" } : {},
    openGraph: {
      type: "article",
      title: card.headline,
      description: card.standfirst,
      url,
      images,
      siteName: product.name,
      locale: card.language.replace("-", "_"),
      publishedTime: card.publishedAt,
      modifiedTime: card.updatedAt ?? undefined,
      authors: view.authors.map((author) => publicUrl(`/author/${author.slug}`)),
      section: card.section,
      tags: view.categories,
    },
    twitter: { card: images.length > 0 ? "summary_large_image" : "summary" },
  };
}

/** The head of an article's page for a signed-in reader: no crawler or link preview ever sees it. */
export function memberArticleMetadata(view: ArticleView | null): Metadata {
  return { title: view ? `${view.card.headline} · ${view.card.publisher.name}` : "Not in this paper" };
}

function robotsOf(indexing: ArticleView["indexing"]): Metadata["robots"] {
  if (indexing === "noindex") return { index: false, follow: true };
  return { index: true, follow: true, "max-image-preview": "large" };
}
