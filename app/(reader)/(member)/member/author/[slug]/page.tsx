import { findAuthorName } from "@/lib/articles/queries";
import { AuthorRoute } from "../../../../_parts/author-route";
import { pageMetadata } from "../../../../_parts/page-metadata";
import { memberReader } from "../../../../_parts/reader";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const { slug } = await params;
  return pageMetadata((await findAuthorName(slug)) ?? "Not in this paper", `/author/${slug}`);
}

export default async function MemberPage({ params }: Props) {
  const { slug } = await params;
  return <AuthorRoute slug={slug} cursor={null} reader={await memberReader()} />;
}
