import { seeOther } from "@/app/_parts/see-other";
import { finishCheckout } from "@/lib/billing/commands";
import { takeWayBack } from "../_parts/way-back";

/**
 * The way back from the payment: the provider is asked what came of it, the books are written, and a page of the
 * reader's own says so. That page is asked for anew, so that it is made for what the reader is by then.
 */
export async function GET(request: Request): Promise<Response> {
  const sessionId = new URL(request.url).searchParams.get("session_id") ?? "";
  const again = `/membership/return?${new URLSearchParams({ session_id: sessionId })}`;
  const result = await finishCheckout(sessionId);
  if (result.ok) {
    if (result.value.kind === "gift") return seeOther(`/gift-membership/return?${new URLSearchParams({ session_id: sessionId })}`);
    if (result.value.kind === "pending") return seeOther("/membership/joined?outcome=unpaid");
    return seeOther(`/membership/joined?${new URLSearchParams({ returnTo: await takeWayBack() })}`);
  }
  if (result.error.kind === "sign-in") return seeOther(`/sign-in?${new URLSearchParams({ returnTo: again })}`);
  if (result.error.kind === "unavailable")
    return seeOther(`/membership/joined?${new URLSearchParams({ outcome: "unknown", again: sessionId })}`);
  return seeOther("/membership/joined?outcome=unpaid");
}
