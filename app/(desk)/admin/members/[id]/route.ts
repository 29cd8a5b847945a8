import { adminRoute } from "../../../_parts/staff-route";
import { composeMember } from "../_parts/compose-members";

/** One member. */
export const GET = adminRoute(composeMember);
