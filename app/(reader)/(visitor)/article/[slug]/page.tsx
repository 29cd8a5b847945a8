import { articleMetadata } from "../../../_parts/article-metadata";
import { ArticleRoute } from "../../../_parts/article-route";
import { loadArticle } from "../../../_parts/load-article";
import { visitorReader } from "../../../_parts/reader";

// Made at the first visit, not at the build: the build needs no database.
export const generateStaticParams = () => [];
export const dynamic = "force-static";
export const revalidate = 600;

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const { viewer, now } = visitorReader();
  return articleMetadata(await loadArticle((await params).slug, viewer, now));
}

export default async function VisitorPage({ params }: Props) {
  const { slug } = await params;
  return <ArticleRoute slug={slug} reader={visitorReader()} />;
}
