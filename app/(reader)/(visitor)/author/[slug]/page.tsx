import { findAuthorName } from "@/lib/articles/queries";
import { AuthorRoute } from "../../../_parts/author-route";
import { pageMetadata } from "../../../_parts/page-metadata";
import { visitorReader } from "../../../_parts/reader";

// Made at the first visit, not at the build: the build needs no database.
export const generateStaticParams = () => [];
export const dynamic = "force-static";
export const revalidate = 600;

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props) {
  const { slug } = await params;
  return pageMetadata((await findAuthorName(slug)) ?? "Not in this paper", `/author/${slug}`);
}

export default async function VisitorPage({ params }: Props) {
  const { slug } = await params;
  return <AuthorRoute slug={slug} cursor={null} reader={visitorReader()} />;
}
