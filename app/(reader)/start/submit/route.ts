import { keepStart } from "@/lib/reading/onboarding-commands";
import { takeAct } from "../../reading/_parts/take-act";

/** Keeps what was picked: an account follows it, a visitor's browser carries it to the sign-up. */
export function POST(request: Request): Promise<Response> {
  return takeAct(request, ["country", "language", "pick", "followed", "skip"], keepStart);
}
