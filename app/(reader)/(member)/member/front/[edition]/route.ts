import { composeFront } from "../../../../_parts/compose-front";
import { memberRoute } from "../../../../_parts/member-route";

export const GET = memberRoute(composeFront);
