import { composePicks } from "../../../../../../_parts/compose-picks";
import { memberRoute } from "../../../../../../_parts/member-route";

export const GET = memberRoute(composePicks);
