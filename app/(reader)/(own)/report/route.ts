import { composeReports } from "../../_parts/compose-reports";
import { ownRoute } from "../../_parts/own-route";

export const GET = ownRoute(composeReports);
