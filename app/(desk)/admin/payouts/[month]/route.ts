import { adminRoute } from "../../../_parts/staff-route";
import { composeOwed } from "../_parts/compose-payouts";

/** What each title is owed of a month. */
export const GET = adminRoute(composeOwed);
