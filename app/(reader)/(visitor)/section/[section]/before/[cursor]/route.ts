import { composeSection } from "../../../../../_parts/compose-section";
import { olderRoute } from "../../../../../_parts/older-route";

export const dynamic = "force-dynamic";

export const GET = olderRoute(composeSection);
