import { AuthorPage } from "@/components/author/author-page";
import { readAuthor } from "@/lib/articles/queries";
import { markMute } from "@/lib/entitlements/mark-mute";
import { listTitles } from "@/lib/feeds/queries";
import { markFollow } from "@/lib/reading/follow-queries";
import { markPage } from "@/lib/reading/mark-queries";
import { pageHead } from "./page-head";
import type { PageView } from "./page-view";
import type { Reader } from "./reader";
import { withoutMutedTitles } from "./without-muted-titles";

/** A writer's own page for a visitor or a member; null for a name that signs nothing here. */
export async function composeAuthor(
  { slug, cursor = null }: { slug: string; cursor?: string | null },
  reader: Reader,
): Promise<PageView | null> {
  const [found, titles] = await Promise.all([readAuthor(slug, cursor, reader.viewer, reader.now), listTitles()]);
  if (!found) return null;
  const named = titles.filter((title) => found.author.titles.some(({ slug: known }) => known === title.slug));
  const publishers = await withoutMutedTitles(named, reader);
  const [follow, page] = await Promise.all([
    markFollow(reader.viewer, "author", String(found.author.id)),
    markPage(reader.viewer, found.page),
  ]);
  const view = {
    author: found.author,
    publishers,
    page,
    isFirst: cursor === null,
    follow,
    mute: markMute(reader.mutes, "author", found.author.id),
  };
  const { name } = found.author;
  return {
    title: name,
    head: pageHead(name, `/author/${slug}`),
    page: <AuthorPage view={view} viewer={reader.badge} now={reader.now} />,
    tags: [`author:${slug}`],
  };
}
