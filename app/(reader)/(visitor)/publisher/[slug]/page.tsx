import { findTitle } from "@/lib/feeds/queries";
import { pageMetadata } from "../../../_parts/page-metadata";
import { PublisherRoute } from "../../../_parts/publisher-route";
import { visitorReader } from "../../../_parts/reader";

// Made at the first visit, not at the build: the build needs no database.
export const generateStaticParams = () => [];
export const dynamic = "force-static";
export const revalidate = 600;

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const { slug } = await params;
  return pageMetadata((await findTitle(slug))?.name ?? "Not in this paper", `/publisher/${slug}`);
}

export default async function VisitorPage({ params }: Props) {
  const { slug } = await params;
  return <PublisherRoute slug={slug} cursor={null} reader={visitorReader()} />;
}
