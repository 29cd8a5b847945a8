import { findSection } from "@/lib/articles/sections";
import { pageMetadata } from "../../../_parts/page-metadata";
import { visitorReader } from "../../../_parts/reader";
import { SectionRoute } from "../../../_parts/section-route";

// Made at the first visit, not at the build: the build needs no database.
export const generateStaticParams = () => [];
export const dynamic = "force-static";
export const revalidate = 600;

type Props = { params: Promise<{ section: string }> };

export async function generateMetadata({ params }: Props) {
  const { section } = await params;
  return pageMetadata(findSection(section)?.name ?? "Not in this paper", `/section/${section}`);
}

export default async function VisitorPage({ params }: Props) {
  const { section } = await params;
  return <SectionRoute slug={section} cursor={null} reader={visitorReader()} />;
}
