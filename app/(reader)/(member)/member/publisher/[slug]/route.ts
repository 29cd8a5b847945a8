import { composePublisher } from "../../../../_parts/compose-publisher";
import { memberRoute } from "../../../../_parts/member-route";

export const GET = memberRoute(composePublisher);
