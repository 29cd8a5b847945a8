import { FrontRoute } from "../../_parts/front-route";
import { memberReader } from "../../_parts/reader";

export default async function MemberFrontPage() {
  return <FrontRoute reader={await memberReader()} />;
}
