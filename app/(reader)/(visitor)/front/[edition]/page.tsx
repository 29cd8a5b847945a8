import { notFound } from "next/navigation";
import { product } from "@/lib/core/product";
import { FrontRoute } from "../../../_parts/front-route";
import { tagPage } from "../../../_parts/page-tags";
import { visitorReader } from "../../../_parts/reader";

// Made at the first visit, not at the build: the build needs no database.
export const generateStaticParams = () => [];
export const dynamic = "force-static";
export const revalidate = 600;

type Props = { params: Promise<{ edition: string }> };

export default async function VisitorFrontPage({ params }: Props) {
  if ((await params).edition !== product.defaultEdition) notFound();
  await tagPage(["front", "top", "picks"]);
  return <FrontRoute reader={visitorReader()} />;
}
