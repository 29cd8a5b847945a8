import { editTitle } from "@/lib/feeds/title-commands";
import { takeDeskAct } from "../../../_parts/take-desk-act";
import { titleFields } from "../_parts/title-fields";

/** Changes a title. */
export const POST = (request: Request): Promise<Response> => takeDeskAct(request, { fields: [...titleFields, "slug"], command: editTitle });
