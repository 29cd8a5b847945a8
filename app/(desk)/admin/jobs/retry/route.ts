import { retryOne } from "@/lib/operations/job-commands";
import { takeDeskAct } from "../../../_parts/take-desk-act";

/** Runs a failed job again. */
export const POST = (request: Request): Promise<Response> => takeDeskAct(request, { fields: ["queue", "jobId"], command: retryOne });
