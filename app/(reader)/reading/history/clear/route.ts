import { forgetAll } from "@/lib/reading/history-commands";
import { takeAct } from "../../_parts/take-act";

/** Forgets the whole history; its form stands on a page that asks again. */
export async function POST(request: Request): Promise<Response> {
  return takeAct(request, [], forgetAll);
}
