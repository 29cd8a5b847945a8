import { adminRoute } from "../../../_parts/staff-route";
import { composeOpml } from "../_parts/compose-titles";

/** Lists of feeds. */
export const GET = adminRoute(composeOpml);
