import { composeReset } from "../../../_parts/compose-profile";
import { ownRoute } from "../../../_parts/own-route";

export const GET = ownRoute(composeReset);
