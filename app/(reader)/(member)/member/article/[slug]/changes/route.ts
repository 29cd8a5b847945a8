import { composeChanges } from "../../../../../_parts/compose-changes";
import { memberRoute } from "../../../../../_parts/member-route";

export const GET = memberRoute(composeChanges);
