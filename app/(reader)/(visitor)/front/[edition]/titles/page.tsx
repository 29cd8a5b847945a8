import { pageMetadata } from "../../../../_parts/page-metadata";
import { visitorReader } from "../../../../_parts/reader";
import { TitlesRoute } from "../../../../_parts/titles-route";

// Made at the first visit, not at the build: the build needs no database.
export const generateStaticParams = () => [];
export const dynamic = "force-static";
export const revalidate = 600;

export const generateMetadata = () => pageMetadata("Our titles", "/titles");

export default function VisitorTitlesPage() {
  return <TitlesRoute reader={visitorReader()} />;
}
