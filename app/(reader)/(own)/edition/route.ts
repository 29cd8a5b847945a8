import { composeEditionPage } from "../../_parts/compose-edition";
import { ownRoute } from "../../_parts/own-route";

export const GET = ownRoute(composeEditionPage);
