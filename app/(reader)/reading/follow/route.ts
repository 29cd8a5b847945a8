import { seeOther } from "@/app/_parts/see-other";
import { follow } from "@/lib/reading/follow-commands";
import { takeAct } from "../_parts/take-act";

/** Follows a title, section, topic, author or story, or stops following it. */
export async function POST(request: Request): Promise<Response> {
  const answer = await takeAct(request, ["kind", "target", "on"], follow);
  // The page that the form stood on need not know the words for a full list: the list itself does.
  return answer.headers.get("location")?.endsWith("refused=too-many") ? seeOther("/following?refused=too-many") : answer;
}
