import { adminRoute } from "../../_parts/staff-route";
import { composeMembers } from "./_parts/compose-members";

/** Members, looked up. */
export const GET = adminRoute(composeMembers);
