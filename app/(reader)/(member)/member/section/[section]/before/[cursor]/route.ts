import { composeSection } from "../../../../../../_parts/compose-section";
import { memberRoute } from "../../../../../../_parts/member-route";

export const GET = memberRoute(composeSection);
