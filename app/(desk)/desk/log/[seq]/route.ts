import { editorRoute } from "../../../_parts/staff-route";
import { composeLogEntry } from "../_parts/compose-log";

/** One line of the log, at its permanent address. */
export const GET = editorRoute(composeLogEntry);
