import { composeHistory } from "../../_parts/compose-history";
import { ownRoute } from "../../_parts/own-route";

export const GET = ownRoute(composeHistory);
