import { composeArrange } from "../../_parts/compose-arrange";
import { ownRoute } from "../../_parts/own-route";

export const GET = ownRoute(composeArrange);
