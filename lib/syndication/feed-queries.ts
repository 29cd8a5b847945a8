import "server-only";
import type { CardRow } from "@/lib/articles/card-row";
import { listSectionCards } from "@/lib/articles/card-store";
import { findSection } from "@/lib/articles/sections";
import { product } from "@/lib/core/product";
import { findTopic, listTopicCards } from "@/lib/topics/topic-store";
import type { FeedDocument, FeedEntry } from "./feed-document";
import type { FeedFormat } from "./feed-formats";
import { listExcerpts } from "./feed-store";
import { publicUrl } from "./queries";

const entriesMax = 40;

/** A topic's newest articles, one a story, as a feed; the path it moved to where it was merged, null for no such topic. */
export async function readTopicFeed({ slug }: { slug: string }, format: FeedFormat): Promise<FeedDocument | { movedTo: string } | null> {
  const topic = await findTopic(slug);
  if (!topic) return null;
  if (topic.slug !== slug) return { movedTo: `/topic/${topic.slug}/feed.${format}` };
  const { rows } = await listTopicCards(topic.id, { take: entriesMax });
  const about = { title: `${topic.name} · ${product.name}`, description: `What titles write about ${topic.name}.`, path: `/topic/${slug}` };
  return toDocument({ ...about, language: topic.language, format, rows });
}

/** A section's newest articles, one a story, as a feed; null for no such section. */
export async function readSectionFeed({ section: slug }: { section: string }, format: FeedFormat): Promise<FeedDocument | null> {
  const section = findSection(slug);
  if (!section) return null;
  const { rows } = await listSectionCards(section.slug, { take: entriesMax, language: product.editionLanguage });
  const about = { title: `${section.name} · ${product.name}`, description: product.description, path: `/section/${section.slug}` };
  return toDocument({ ...about, language: product.editionLanguage, format, rows });
}

type Listing = { title: string; description: string; path: string; language: string; format: FeedFormat; rows: readonly CardRow[] };

async function toDocument({ title, description, path, language, format, rows }: Listing): Promise<FeedDocument> {
  const excerpts = await listExcerpts(rows);
  const entries = rows.map((row) => toEntry(row, excerpts.get(row.id) ?? ""));
  const times = entries.map(({ publishedAt, updatedAt }) => Math.max(publishedAt.getTime(), updatedAt?.getTime() ?? 0));
  return {
    title,
    description,
    language,
    homeUrl: publicUrl(path),
    selfUrl: publicUrl(`${path}/feed.${format}`),
    updatedAt: times.length === 0 ? null : new Date(Math.max(...times)),
    entries,
  };
}

const toEntry = (row: CardRow, excerpt: string): FeedEntry => ({
  url: publicUrl(`/article/${row.slug}`),
  title: row.headline,
  excerpt,
  publishedAt: new Date(row.publishedAt),
  updatedAt: row.updatedAt === null ? null : new Date(row.updatedAt),
  byline: row.byline,
  publisher: row.publisher.name,
  section: findSection(row.section)?.name ?? row.section,
  language: row.language,
});
