import { changePlan } from "@/lib/billing/commands";
import { readFields } from "../_parts/read-fields";
import { takeCommand } from "../_parts/take-command";

/** Changes the membership to the other plan. */
export async function POST(request: Request): Promise<Response> {
  const fields = await readFields(request, ["plan"]);
  return takeCommand(fields, { page: "/membership", command: changePlan, landing: () => "/membership?done=changed" });
}
