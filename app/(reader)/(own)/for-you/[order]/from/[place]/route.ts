import { composeForYou } from "../../../../../_parts/compose-for-you";
import { ownRoute } from "../../../../../_parts/own-route";

export const GET = ownRoute(composeForYou);
