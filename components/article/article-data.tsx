import type { ArticleView } from "@/lib/articles/types";
import { jsonForScript } from "@/lib/core/json-for-script";
import { mediaHref } from "@/lib/core/media-href";
import { product } from "@/lib/core/product";

type ArticleDataProps = { view: ArticleView; pageUrl: string };

/**
 * NewsArticle structured data. `hasPart` names the gated part only where the page holds it; a walled page
 * never does, so there it says no more than that the article is not free.
 * Source: schema.org NewsArticle; Google's structured data for paywalled content.
 */
export function ArticleData({ view, pageUrl }: ArticleDataProps) {
  return <script type="application/ld+json">{jsonForScript(structuredData(view, pageUrl))}</script>;
}

function structuredData(view: ArticleView, pageUrl: string) {
  const { card } = view;
  const origin = new URL(pageUrl).origin;
  const pictures = view.pictures.length > 0 ? view.pictures : card.picture ? [card.picture] : [];
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: card.headline,
    description: card.standfirst,
    url: pageUrl,
    mainEntityOfPage: pageUrl,
    isBasedOn: view.originalUrl,
    datePublished: card.publishedAt,
    dateModified: card.updatedAt ?? card.publishedAt,
    inLanguage: card.language,
    articleSection: card.section,
    image: pictures.map((picture) => origin + mediaHref(picture.hash, 1440)),
    author: view.authors.map((author) => ({ "@type": "Person", name: author.name, url: `${origin}/author/${author.slug}` })),
    publisher: { "@type": "NewsMediaOrganization", name: card.publisher.name, url: view.publisher.homeUrl },
    provider: { "@type": "Organization", name: product.name, url: origin },
    isAccessibleForFree: view.isFree,
    ...(view.isFree || view.text.kind !== "full" ? {} : { hasPart: gatedPart }),
  };
}

const gatedPart = { "@type": "WebPageElement", isAccessibleForFree: false, cssSelector: ".paywall" };
