/** What an article stands on, by the slugs that pages are tagged with. */
export type TaggedArticle = { id: number; section: string; publisherSlug: string; authorSlugs: readonly string[] };

/** The tags of every page that shows one of these articles, each once; the front page always does. */
export function pageTags(articles: readonly TaggedArticle[]): string[] {
  const tags = new Set<string>();
  for (const { id, section, publisherSlug, authorSlugs } of articles) {
    tags.add("front").add(`article:${id}`).add(`section:${section}`).add(`publisher:${publisherSlug}`);
    for (const slug of authorSlugs) tags.add(`author:${slug}`);
  }
  return [...tags];
}
