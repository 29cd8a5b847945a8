import { composeAuthor } from "../../../../../../_parts/compose-author";
import { memberRoute } from "../../../../../../_parts/member-route";

export const GET = memberRoute(composeAuthor);
