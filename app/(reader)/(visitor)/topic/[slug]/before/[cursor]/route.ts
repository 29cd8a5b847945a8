import { composeTopic } from "../../../../../_parts/compose-topic";
import { olderRoute } from "../../../../../_parts/older-route";

export const dynamic = "force-dynamic";

export const GET = olderRoute(composeTopic);
