import { retryAll } from "@/lib/operations/job-commands";
import { takeDeskAct } from "../../../_parts/take-desk-act";

/** Runs every failed job of a kind again. */
export const POST = (request: Request): Promise<Response> => takeDeskAct(request, { fields: ["queue"], command: retryAll });
