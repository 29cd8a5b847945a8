import { changeLogo } from "@/lib/feeds/title-commands";
import { takeDeskAct } from "../../../_parts/take-desk-act";

/** Changes a title's logo. */
export const POST = (request: Request): Promise<Response> => takeDeskAct(request, { fields: ["slug", "url"], command: changeLogo });
