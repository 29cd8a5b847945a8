import { jsonForScript } from "@/lib/core/json-for-script";
import { product } from "@/lib/core/product";
import type { StoryView } from "@/lib/stories/types";

type StoryDataProps = { view: StoryView; pageUrl: string };

/** Versions that are named to machines; the page itself holds the rest. */
const listedMax = 30;

/**
 * The page of a story as a collection of the articles that tell it.
 * Source: schema.org CollectionPage, ItemList
 */
export function StoryData({ view, pageUrl }: StoryDataProps) {
  return <script type="application/ld+json">{jsonForScript(structuredData(view, pageUrl))}</script>;
}

function structuredData(view: StoryView, pageUrl: string) {
  const origin = new URL(pageUrl).origin;
  return {
    "@context": "https://schema.org",
    "@type": "CollectionPage",
    name: view.headline.text,
    url: pageUrl,
    inLanguage: view.language,
    dateCreated: view.firstAt,
    dateModified: view.lastAt,
    isPartOf: { "@type": "WebSite", name: product.name, url: origin },
    mainEntity: {
      "@type": "ItemList",
      numberOfItems: view.articleCount,
      itemListElement: view.versions.slice(0, listedMax).map(({ card }, index) => ({
        "@type": "ListItem",
        position: index + 1,
        url: `${origin}/article/${card.slug}`,
        name: card.headline,
      })),
    },
  };
}
