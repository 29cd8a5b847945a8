import { composeReceipt } from "../../../../_parts/compose-receipt";
import { ownRoute } from "../../../../_parts/own-route";

export const GET = ownRoute(composeReceipt);
