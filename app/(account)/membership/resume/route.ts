import { resumeMembership } from "@/lib/billing/commands";
import { takeCommand } from "../_parts/take-command";

/** Ends a pause. */
export function POST(): Promise<Response> {
  return takeCommand({}, { page: "/membership", command: () => resumeMembership(), landing: () => "/membership?done=resumed" });
}
