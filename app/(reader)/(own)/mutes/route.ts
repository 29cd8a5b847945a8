import { composeMutes } from "../../_parts/compose-mutes";
import { ownRoute } from "../../_parts/own-route";

export const GET = ownRoute(composeMutes);
