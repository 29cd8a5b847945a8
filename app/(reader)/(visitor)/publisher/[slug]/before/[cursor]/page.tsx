import { findTitle } from "@/lib/feeds/queries";
import { pageMetadata } from "../../../../../_parts/page-metadata";
import { PublisherRoute } from "../../../../../_parts/publisher-route";
import { visitorReader } from "../../../../../_parts/reader";

// Any cursor is an address: keeping them all would let anyone fill the cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ slug: string; cursor: string }> };

export async function generateMetadata({ params }: Props) {
  const { slug } = await params;
  return pageMetadata((await findTitle(slug))?.name ?? "Not in this paper", `/publisher/${slug}`);
}

export default async function OlderVisitorPage({ params }: Props) {
  const { slug, cursor } = await params;
  return <PublisherRoute slug={slug} cursor={cursor} reader={visitorReader()} />;
}
