import { composePicks } from "../../../../../_parts/compose-picks";
import { olderRoute } from "../../../../../_parts/older-route";

export const dynamic = "force-dynamic";

export const GET = olderRoute(composePicks);
