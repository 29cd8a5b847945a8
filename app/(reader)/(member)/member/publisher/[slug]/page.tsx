import { findTitle } from "@/lib/feeds/queries";
import { pageMetadata } from "../../../../_parts/page-metadata";
import { PublisherRoute } from "../../../../_parts/publisher-route";
import { memberReader } from "../../../../_parts/reader";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const { slug } = await params;
  return pageMetadata((await findTitle(slug))?.name ?? "Not in this paper", `/publisher/${slug}`);
}

export default async function MemberPage({ params }: Props) {
  const { slug } = await params;
  return <PublisherRoute slug={slug} cursor={null} reader={await memberReader()} />;
}
