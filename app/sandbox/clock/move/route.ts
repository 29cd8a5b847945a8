import { seeOther } from "@/app/_parts/see-other";
import { moveClock } from "@/lib/billing/sandbox-commands";
import { readForm } from "../../_parts/read-form";

/** Moves the asking account's clock ahead. */
export async function POST(request: Request): Promise<Response> {
  const form = await readForm(request, ["step"]);
  const moved = await moveClock(form?.step);
  if (moved.ok || moved.error === "invalid") return seeOther("/sandbox/clock");
  return moved.error === "sign-in" ? seeOther("/sign-in?returnTo=/sandbox/clock") : new Response(null, { status: 404 });
}
