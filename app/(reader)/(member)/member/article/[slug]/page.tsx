import { memberArticleMetadata } from "../../../../_parts/article-metadata";
import { ArticleRoute } from "../../../../_parts/article-route";
import { loadArticle } from "../../../../_parts/load-article";
import { memberReader } from "../../../../_parts/reader";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const { viewer, now } = await memberReader();
  return memberArticleMetadata(await loadArticle((await params).slug, viewer, now));
}

export default async function MemberPage({ params }: Props) {
  const { slug } = await params;
  return <ArticleRoute slug={slug} reader={await memberReader()} />;
}
