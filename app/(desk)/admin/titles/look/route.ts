import { lookAtAddress } from "@/lib/feeds/title-commands";
import { takeDeskAct } from "../../../_parts/take-desk-act";

/** Has an address looked at. */
export const POST = (request: Request): Promise<Response> =>
  takeDeskAct(request, { fields: ["address"], command: lookAtAddress, landing: (id) => `/admin/titles/add?look=${id}` });
