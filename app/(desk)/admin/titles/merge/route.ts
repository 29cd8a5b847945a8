import { mergeTitles } from "@/lib/feeds/title-commands";
import { takeDeskAct } from "../../../_parts/take-desk-act";

/** Makes a title part of another. */
export const POST = (request: Request): Promise<Response> =>
  takeDeskAct(request, { fields: ["slug", "into", "reason"], command: mergeTitles, landing: (into) => `/admin/titles/${into}` });
