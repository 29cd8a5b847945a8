import { composeArticle } from "../../../../_parts/compose-article";
import { memberRoute } from "../../../../_parts/member-route";

export const GET = memberRoute(composeArticle);
