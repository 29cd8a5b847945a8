import { notFound } from "next/navigation";
import { ArticleData } from "@/components/article/article-data";
import { ArticlePage } from "@/components/article/article-page";
import { publicUrl } from "@/lib/syndication/queries";
import { loadAround } from "./load-around";
import { loadArticle } from "./load-article";
import { tagPage } from "./page-tags";
import { printPage } from "./print-page";
import type { Reader } from "./reader";

/** An article for a visitor or a member. */
export async function ArticleRoute({ slug, reader }: { slug: string; reader: Reader }) {
  const view = await loadArticle(slug, reader.viewer, reader.now);
  if (!view) notFound();
  const { id } = view.card;
  if (reader.viewer.kind === "visitor") await tagPage([`article:${id}`]);
  const surroundings = await loadAround(id, reader);
  return printPage(
    <>
      <ArticleData view={view} pageUrl={publicUrl(`/article/${slug}`)} />
      <ArticlePage view={view} surroundings={surroundings} viewer={reader.badge} now={reader.now} />
    </>,
  );
}
