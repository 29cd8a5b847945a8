import { adminRoute } from "../../_parts/staff-route";
import { composeHealth } from "./_parts/compose-health";

/** The board of health. */
export const GET = adminRoute(composeHealth);
