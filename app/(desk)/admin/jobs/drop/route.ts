import { dropOne } from "@/lib/operations/job-commands";
import { takeDeskAct } from "../../../_parts/take-desk-act";

/** Takes a failed job away. */
export const POST = (request: Request): Promise<Response> => takeDeskAct(request, { fields: ["queue", "jobId"], command: dropOne });
