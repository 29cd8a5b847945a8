import { cancelMembership } from "@/lib/billing/commands";
import { readFields } from "../../_parts/read-fields";
import { takeCommand } from "../../_parts/take-command";

/** Cancels the membership with the end of what is paid for. */
export async function POST(request: Request): Promise<Response> {
  const fields = await readFields(request, ["reason"]);
  return takeCommand(fields, { page: "/membership/cancel", command: cancelMembership, landing: () => "/membership?done=cancelled" });
}
