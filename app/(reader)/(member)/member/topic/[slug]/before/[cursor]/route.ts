import { composeTopic } from "../../../../../../_parts/compose-topic";
import { memberRoute } from "../../../../../../_parts/member-route";

export const GET = memberRoute(composeTopic);
