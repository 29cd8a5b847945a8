import { findAuthorName } from "@/lib/articles/queries";
import { AuthorRoute } from "../../../../../_parts/author-route";
import { pageMetadata } from "../../../../../_parts/page-metadata";
import { visitorReader } from "../../../../../_parts/reader";

// Any cursor is an address: keeping them all would let anyone fill the cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string; cursor: string }> };

export async function generateMetadata({ params }: Props) {
  const { slug } = await params;
  return pageMetadata((await findAuthorName(slug)) ?? "Not in this paper", `/author/${slug}`);
}

export default async function OlderVisitorPage({ params }: Props) {
  const { slug, cursor } = await params;
  return <AuthorRoute slug={slug} cursor={cursor} reader={visitorReader()} />;
}
