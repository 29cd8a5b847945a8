import { composeStory } from "../../../../_parts/compose-story";
import { memberRoute } from "../../../../_parts/member-route";

export const GET = memberRoute(composeStory);
