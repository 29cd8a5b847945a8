import { composeSaved } from "../../_parts/compose-saved";
import { ownRoute } from "../../_parts/own-route";

export const GET = ownRoute(composeSaved);
