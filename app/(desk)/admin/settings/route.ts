import { adminRoute } from "../../_parts/staff-route";
import { composeSettings } from "./_parts/compose-settings";

/** The install's settings. */
export const GET = adminRoute(composeSettings);
