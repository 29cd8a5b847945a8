import { returnPath } from "@/lib/accounts/return-path";
import { mailProofCode } from "@/lib/accounts/step-up-commands";
import { takeCommand } from "../../_parts/take-command";

/** Mails a code to somebody who has nothing else to show. */
export function POST(request: Request): Promise<Response> {
  return takeCommand(request, {
    page: "/step-up",
    fields: ["returnTo"],
    command: async ({ returnTo }) => {
      const sent = await mailProofCode();
      return sent.ok ? { ok: true, value: returnPath(returnTo) } : sent;
    },
    landing: (returnTo) => `/step-up?${new URLSearchParams({ sent: "1", returnTo })}`,
  });
}
