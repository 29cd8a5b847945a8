import { undoCancel } from "@/lib/billing/commands";
import { takeCommand } from "../_parts/take-command";

/** Keeps a membership that was cancelled. */
export function POST(): Promise<Response> {
  return takeCommand({}, { page: "/membership", command: () => undoCancel(), landing: () => "/membership?done=kept" });
}
