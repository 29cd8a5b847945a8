import { addListed } from "@/lib/feeds/opml-commands";
import { takeDeskAct } from "../../../../_parts/take-desk-act";

/** Takes in feeds of a list. */
export const POST = (request: Request): Promise<Response> =>
  takeDeskAct(request, { fields: ["lookId", "feed", "country", "language", "reason"], command: addListed, landing: () => "/admin/titles" });
