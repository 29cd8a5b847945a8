import type { PageView } from "@/app/(reader)/_parts/page-view";
import { DeskArticlePage } from "@/components/desk/article/desk-article-page";
import type { Staff } from "@/lib/accounts/guards";
import { readDeskArticle } from "@/lib/articles/desk-queries";
import { readReportsOn } from "@/lib/editorial/report-queries";
import { readDeskTopics } from "@/lib/topics/desk-queries";

/** An article as the desk sees it; null where there is none. */
export async function composeDeskArticle({ slug }: { slug: string }, { actor }: Staff): Promise<PageView | null> {
  const article = await readDeskArticle(slug);
  if (!article) return null;
  const [topics, reports] = await Promise.all([readDeskTopics(article.id), readReportsOn(article.id)]);
  const role = actor.role === "admin" ? "admin" : "editor";
  return {
    title: `${article.headline}: the desk`,
    head: <meta name="robots" content="noindex" />,
    page: <DeskArticlePage article={article} topics={topics} reports={reports} staff={{ name: actor.name, role }} />,
    tags: [],
  };
}
