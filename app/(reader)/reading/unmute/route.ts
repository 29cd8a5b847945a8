import { unmute } from "@/lib/reading/mute-commands";
import { takeAct } from "../_parts/take-act";

/** Mutes something no longer. */
export function POST(request: Request): Promise<Response> {
  return takeAct(request, ["id", "returnTo"], unmute);
}
