import { readList } from "@/lib/feeds/opml-commands";
import { takeDeskAct } from "../../../../_parts/take-desk-act";

/** Reads a list of feeds. */
export const POST = (request: Request): Promise<Response> =>
  takeDeskAct(request, { fields: ["file", "text"], command: readList, landing: (id) => `/admin/titles/opml?look=${id}` });
