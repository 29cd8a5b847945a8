import { editorRoute } from "../../../_parts/staff-route";
import { composeBoard } from "../_parts/compose-board";

export const GET = editorRoute(composeBoard);
