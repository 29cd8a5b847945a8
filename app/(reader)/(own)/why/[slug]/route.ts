import { composeWhy } from "../../../_parts/compose-why";
import { ownRoute } from "../../../_parts/own-route";

export const GET = ownRoute(composeWhy);
