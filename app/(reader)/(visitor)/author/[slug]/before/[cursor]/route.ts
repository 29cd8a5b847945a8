import { composeAuthor } from "../../../../../_parts/compose-author";
import { olderRoute } from "../../../../../_parts/older-route";

export const dynamic = "force-dynamic";

export const GET = olderRoute(composeAuthor);
