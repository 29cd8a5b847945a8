import { keepHistory } from "@/lib/reading/history-commands";
import { takeAct } from "../../_parts/take-act";

/** Keeps what is read from now on, or no longer. */
export async function POST(request: Request): Promise<Response> {
  return takeAct(request, ["on"], keepHistory);
}
