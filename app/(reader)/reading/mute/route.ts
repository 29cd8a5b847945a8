import { mute } from "@/lib/reading/mute-commands";
import { takeAct } from "../_parts/take-act";

/** Mutes a title, author, topic, story or keyword. */
export function POST(request: Request): Promise<Response> {
  return takeAct(request, ["kind", "target", "language", "days", "returnTo"], mute);
}
