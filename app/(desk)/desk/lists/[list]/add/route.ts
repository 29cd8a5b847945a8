import { editorRoute } from "../../../../_parts/staff-route";
import { composeNewPick } from "../../_parts/compose-pick";

export const GET = editorRoute(composeNewPick);
