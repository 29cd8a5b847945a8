import { forgetArticle } from "@/lib/reading/history-commands";
import { takeAct } from "../../_parts/take-act";

/** Takes one article out of the history. */
export async function POST(request: Request): Promise<Response> {
  return takeAct(request, ["id"], forgetArticle);
}
