import { composeTop } from "../../../../../_parts/compose-top";
import { memberRoute } from "../../../../../_parts/member-route";

export const GET = memberRoute(composeTop);
