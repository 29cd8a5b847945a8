import { composeTopics } from "../../../_parts/compose-topics";
import { memberRoute } from "../../../_parts/member-route";

export const GET = memberRoute(composeTopics);
