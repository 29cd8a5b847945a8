import { composeHealth } from "../../../../../_parts/compose-health";
import { memberRoute } from "../../../../../_parts/member-route";

export const GET = memberRoute(composeHealth);
