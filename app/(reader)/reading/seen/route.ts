import { countSeenCards } from "@/lib/reading/progress-commands";
import { takeAct } from "../_parts/take-act";

/** Counts the cards that one page view had before its reader's eyes; told by the page's own script. */
export async function POST(request: Request): Promise<Response> {
  return takeAct(request, ["ids"], countSeenCards);
}
