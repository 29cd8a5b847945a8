/** What an article stands on, by the slugs that pages are tagged with. */
export type TaggedArticle = {
  id: number;
  section: string;
  storyId?: number | null;
  publisherSlug: string;
  authorSlugs: readonly string[];
  topicSlugs?: readonly string[];
};

/** The tags of every page that shows one of these articles, each once; the front page always does. */
export function pageTags(articles: readonly TaggedArticle[]): string[] {
  const tags = new Set<string>();
  for (const { id, section, storyId = null, publisherSlug, authorSlugs, topicSlugs = [] } of articles) {
    tags.add("front").add(`article:${id}`).add(`section:${section}`).add(`publisher:${publisherSlug}`);
    if (storyId !== null) tags.add(storyTag(storyId));
    for (const slug of authorSlugs) tags.add(`author:${slug}`);
    for (const slug of topicSlugs) tags.add(`topic:${slug}`);
  }
  return [...tags];
}

/** The tag of a story's own page. */
const storyTag = (storyId: number): string => `story:${storyId}`;

const articlesMax = 2_000;
const tagsMax = 200;

/** What `pages.invalidate` is told when stories changed, in as many payloads as it takes. */
export function storyInvalidations(articleIds: readonly number[], storyIds: readonly number[]): { articleIds: number[]; tags: string[] }[] {
  const rounds = Math.max(Math.ceil(articleIds.length / articlesMax), Math.ceil(storyIds.length / tagsMax));
  return Array.from({ length: rounds }, (_, round) => ({
    articleIds: articleIds.slice(round * articlesMax, (round + 1) * articlesMax),
    tags: storyIds.slice(round * tagsMax, (round + 1) * tagsMax).map(storyTag),
  }));
}
