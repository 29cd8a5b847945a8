import { adminRoute } from "../../_parts/staff-route";
import { composePayouts } from "./_parts/compose-payouts";

/** The payouts, month by month. */
export const GET = adminRoute(composePayouts);
