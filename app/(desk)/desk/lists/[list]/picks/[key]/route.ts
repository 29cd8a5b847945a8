import { editorRoute } from "../../../../../_parts/staff-route";
import { composePick } from "../../../_parts/compose-pick";

export const GET = editorRoute(composePick);
