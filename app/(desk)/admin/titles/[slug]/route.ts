import { adminRoute } from "../../../_parts/staff-route";
import { composeTitle } from "../_parts/compose-titles";

/** One title. */
export const GET = adminRoute(composeTitle);
