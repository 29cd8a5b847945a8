import { dropSaved } from "@/lib/reading/saved-commands";
import { takeAct } from "../../_parts/take-act";

/** Takes an article that has left the paper from what was saved. */
export async function POST(request: Request): Promise<Response> {
  return takeAct(request, ["id"], dropSaved);
}
