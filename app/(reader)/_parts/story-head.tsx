import { mediaHref } from "@/lib/core/media-href";
import { product } from "@/lib/core/product";
import type { StoryView } from "@/lib/stories/types";
import { publicUrl } from "@/lib/syndication/queries";

const previewWidth = 1440;

/** What the head of a story's page says to machines; either order of its versions has the one address. */
export function storyHead(view: StoryView) {
  const url = publicUrl(`/story/${view.slug}`);
  const told = view.versions.find(({ card }) => card.slug === view.headline.articleSlug)?.card;
  const picture = told?.picture ?? view.versions.find(({ card }) => card.picture)?.card.picture ?? null;
  const words = `${view.titleCount} ${view.titleCount === 1 ? "title tells" : "titles tell"} it.`;
  const description = told?.standfirst ? `${told.standfirst} ${words}` : words;
  return (
    <>
      <meta name="description" content={description} />
      <link rel="canonical" href={url} />
      {/* What a single title tells has its own page. */}
      <meta name="robots" content={view.titleCount > 1 ? "index, follow, max-image-preview:large" : "noindex, follow"} />
      <meta property="og:type" content="website" />
      <meta property="og:title" content={view.headline.text} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={product.name} />
      <meta property="og:locale" content={view.language} />
      {picture && <meta property="og:image" content={publicUrl(mediaHref(picture.hash, previewWidth))} />}
      {picture && <meta property="og:image:alt" content={picture.alt} />}
      <meta name="twitter:card" content={picture ? "summary_large_image" : "summary"} />
    </>
  );
}
