import { addTitle } from "@/lib/feeds/title-commands";
import { takeDeskAct } from "../../../_parts/take-desk-act";
import { titleFields } from "../_parts/title-fields";

/** Takes a title in. */
export const POST = (request: Request): Promise<Response> =>
  takeDeskAct(request, {
    fields: [...titleFields, "lookId", "feed", "feedSection", "reason"],
    command: addTitle,
    landing: (slug) => `/admin/titles/${slug}`,
  });
