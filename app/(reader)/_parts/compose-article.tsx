import { ArticleData } from "@/components/article/article-data";
import { ArticlePage } from "@/components/article/article-page";
import { readArticle } from "@/lib/articles/queries";
import { publicUrl } from "@/lib/syndication/queries";
import { articleHead, articleTitle } from "./article-head";
import { loadAround } from "./load-around";
import type { PageView } from "./page-view";
import type { Reader } from "./reader";

/** An article for a visitor or a member; null when there is none. */
export async function composeArticle({ slug }: { slug: string }, reader: Reader): Promise<PageView | null> {
  const view = await readArticle(slug, reader.viewer, reader.now);
  if (!view) return null;
  const { id } = view.card;
  const surroundings = await loadAround(id, reader);
  const page = (
    <>
      <ArticleData view={view} pageUrl={publicUrl(`/article/${slug}`)} />
      <ArticlePage view={view} surroundings={surroundings} viewer={reader.badge} now={reader.now} />
    </>
  );
  return { title: articleTitle(view), head: articleHead(view), page, tags: [`article:${id}`] };
}
