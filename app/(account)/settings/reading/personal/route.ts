import { takeAct } from "@/app/(reader)/reading/_parts/take-act";
import { switchPersonal } from "@/lib/reading/settings-commands";

/** Orders every page for this reader, or as for everyone. */
export async function POST(request: Request): Promise<Response> {
  return takeAct(request, ["on"], switchPersonal);
}
