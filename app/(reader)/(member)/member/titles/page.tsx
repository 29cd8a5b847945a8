import { pageMetadata } from "../../../_parts/page-metadata";
import { memberReader } from "../../../_parts/reader";
import { TitlesRoute } from "../../../_parts/titles-route";

export const generateMetadata = () => pageMetadata("Our titles", "/titles");

export default async function MemberTitlesPage() {
  return <TitlesRoute reader={await memberReader()} />;
}
