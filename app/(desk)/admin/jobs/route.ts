import { adminRoute } from "../../_parts/staff-route";
import { composeJobs } from "./_parts/compose-jobs";

/** The worker's jobs. */
export const GET = adminRoute(composeJobs);
