import { composeFollowing } from "../../_parts/compose-following";
import { ownRoute } from "../../_parts/own-route";

export const GET = ownRoute((_params: unknown, reader, query) => composeFollowing({}, reader, query));
