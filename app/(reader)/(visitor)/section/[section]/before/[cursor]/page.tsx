import { findSection } from "@/lib/articles/sections";
import { pageMetadata } from "../../../../../_parts/page-metadata";
import { visitorReader } from "../../../../../_parts/reader";
import { SectionRoute } from "../../../../../_parts/section-route";

// Any cursor is an address: keeping them all would let anyone fill the cache.
export const dynamic = "force-dynamic";

type Props = { params: Promise<{ section: string; cursor: string }> };

export async function generateMetadata({ params }: Props) {
  const { section } = await params;
  return pageMetadata(findSection(section)?.name ?? "Not in this paper", `/section/${section}`);
}

export default async function OlderVisitorPage({ params }: Props) {
  const { section, cursor } = await params;
  return <SectionRoute slug={section} cursor={cursor} reader={visitorReader()} />;
}
