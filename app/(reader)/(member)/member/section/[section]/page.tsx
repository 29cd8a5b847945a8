import { findSection } from "@/lib/articles/sections";
import { pageMetadata } from "../../../../_parts/page-metadata";
import { memberReader } from "../../../../_parts/reader";
import { SectionRoute } from "../../../../_parts/section-route";

type Props = { params: Promise<{ section: string }> };

export async function generateMetadata({ params }: Props) {
  const { section } = await params;
  return pageMetadata(findSection(section)?.name ?? "Not in this paper", `/section/${section}`);
}

export default async function MemberPage({ params }: Props) {
  const { section } = await params;
  return <SectionRoute slug={section} cursor={null} reader={await memberReader()} />;
}
