import { verifyNow } from "@/lib/operations/log-commands";
import { takeDeskAct } from "../../../_parts/take-desk-act";

/** Has the log checked now. */
export const POST = (request: Request): Promise<Response> => takeDeskAct(request, { fields: [], command: verifyNow });
