import { addFeedTo } from "@/lib/feeds/feed-commands";
import { takeDeskAct } from "../../../../_parts/take-desk-act";

/** Adds a feed to a title. */
export const POST = (request: Request): Promise<Response> =>
  takeDeskAct(request, { fields: ["slug", "url", "section"], command: addFeedTo });
