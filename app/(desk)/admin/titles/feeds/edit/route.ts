import { editFeed } from "@/lib/feeds/feed-commands";
import { takeDeskAct } from "../../../../_parts/take-desk-act";

/** Changes a feed. */
export const POST = (request: Request): Promise<Response> =>
  takeDeskAct(request, { fields: ["feedId", "section", "identity"], command: editFeed });
