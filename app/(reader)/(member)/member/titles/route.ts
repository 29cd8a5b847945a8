import { composeTitles } from "../../../_parts/compose-titles";
import { memberRoute } from "../../../_parts/member-route";

export const GET = memberRoute(composeTitles);
