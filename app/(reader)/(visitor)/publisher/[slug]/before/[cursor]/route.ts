import { composePublisher } from "../../../../../_parts/compose-publisher";
import { olderRoute } from "../../../../../_parts/older-route";

export const dynamic = "force-dynamic";

export const GET = olderRoute(composePublisher);
