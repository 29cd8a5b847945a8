import { undoMarkAll } from "@/lib/reading/mark-commands";
import { takeAct } from "../../_parts/take-act";

/** Takes one act of marking back. */
export async function POST(request: Request): Promise<Response> {
  return takeAct(request, ["batch"], undoMarkAll);
}
