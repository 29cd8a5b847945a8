import { adminRoute } from "../../../_parts/staff-route";
import { composeAdd } from "../_parts/compose-titles";

/** Adding a title. */
export const GET = adminRoute(composeAdd);
