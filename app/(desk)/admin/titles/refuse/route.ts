import { refuseTitle } from "@/lib/feeds/title-commands";
import { takeDeskAct } from "../../../_parts/take-desk-act";

/** Keeps that a title is not taken in. */
export const POST = (request: Request): Promise<Response> =>
  takeDeskAct(request, { fields: ["lookId", "name", "homeUrl", "reason"], command: refuseTitle, landing: () => "/admin/titles" });
