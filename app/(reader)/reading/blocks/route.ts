import { arrangeFront } from "@/lib/ranking/block-commands";
import { takeAct } from "../_parts/take-act";

/** One block of the front page moved, hidden or shown. */
export const POST = (request: Request): Promise<Response> => takeAct(request, ["block", "move"], arrangeFront);
