import { editorRoute } from "../../_parts/staff-route";
import { composeLog } from "./_parts/compose-log";

/** The log of acts. */
export const GET = editorRoute(composeLog);
