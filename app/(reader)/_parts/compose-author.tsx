import { AuthorPage } from "@/components/author/author-page";
import { readAuthor } from "@/lib/articles/queries";
import { listTitles } from "@/lib/feeds/queries";
import { pageHead } from "./page-head";
import type { PageView } from "./page-view";
import type { Reader } from "./reader";

/** A writer's own page for a visitor or a member; null for a name that signs nothing here. */
export async function composeAuthor(
  { slug, cursor = null }: { slug: string; cursor?: string | null },
  reader: Reader,
): Promise<PageView | null> {
  const [found, titles] = await Promise.all([readAuthor(slug, cursor, reader.viewer, reader.now), listTitles()]);
  if (!found) return null;
  const publishers = titles.filter((title) => found.author.titles.some((named) => named.slug === title.slug));
  const view = { author: found.author, publishers, page: found.page, isFirst: cursor === null };
  const { name } = found.author;
  return {
    title: name,
    head: pageHead(name, `/author/${slug}`),
    page: <AuthorPage view={view} viewer={reader.badge} now={reader.now} />,
    tags: [`author:${slug}`],
  };
}
