import type { ArticleView, Picture } from "@/lib/articles/types";
import { mediaHref } from "@/lib/core/media-href";
import { product } from "@/lib/core/product";
import { publicUrl } from "@/lib/syndication/queries";

/** "Headline · Title". */
export const articleTitle = (view: ArticleView): string => `${view.card.headline} · ${view.card.publisher.name}`;

/**
 * What the head of an article's page says to machines. Nothing here comes from the licensed text.
 * Source: Open Graph protocol, article type; Google's robots meta tags
 */
export function articleHead(view: ArticleView) {
  const { card } = view;
  const url = publicUrl(`/article/${card.slug}`);
  return (
    <>
      <meta name="description" content={card.standfirst} />
      <link rel="canonical" href={view.indexing === "canonical_to_source" ? view.originalUrl : url} />
      <meta name="robots" content={view.indexing === "noindex" ? "noindex, follow" : "index, follow, max-image-preview:large"} />
      {view.indexing === "noindex_news" && <meta name="googlebot-news" content="noindex" />}
      <meta property="og:type" content="article" />
      <meta property="og:title" content={card.headline} />
      <meta property="og:description" content={card.standfirst} />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={product.name} />
      <meta property="og:locale" content={card.language.replace("-", "_")} />
      <meta property="article:published_time" content={card.publishedAt} />
      {card.updatedAt && <meta property="article:modified_time" content={card.updatedAt} />}
      {view.authors.map(({ slug }) => (
        <meta key={slug} property="article:author" content={publicUrl(`/author/${slug}`)} />
      ))}
      <meta property="article:section" content={card.section} />
      {view.categories.map((category) => (
        <meta key={category} property="article:tag" content={category} />
      ))}
      {pictureTags(view.pictures[0] ?? card.picture)}
    </>
  );
}

const previewWidth = 1440;

function pictureTags(picture: Picture | null) {
  if (!picture) return <meta name="twitter:card" content="summary" />;
  return (
    <>
      <meta property="og:image" content={publicUrl(mediaHref(picture.hash, previewWidth))} />
      <meta property="og:image:alt" content={picture.alt} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}
