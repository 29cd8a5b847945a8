import { adminRoute } from "../../_parts/staff-route";
import { composeTitles } from "./_parts/compose-titles";

/** All titles. */
export const GET = adminRoute(composeTitles);
