import { setTitleStanding } from "@/lib/feeds/title-commands";
import { takeDeskAct } from "../../../_parts/take-desk-act";

/** Pauses, resumes or retires a title. */
export const POST = (request: Request): Promise<Response> =>
  takeDeskAct(request, { fields: ["slug", "standing", "reason"], command: setTitleStanding });
