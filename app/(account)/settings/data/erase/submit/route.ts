import { eraseAccount } from "@/lib/accounts/erase-commands";
import { endForErasure } from "@/lib/billing/commands";
import { takeCommand } from "../../../../_parts/take-command";

/** Ends what would still be charged, then erases the account. */
export async function POST(request: Request): Promise<Response> {
  const answer = await takeCommand(request, {
    page: "/settings/data/erase",
    fields: ["email"],
    command: (input) => eraseAccount(input, endForErasure),
    landing: () => "/",
  });
  if (answer.headers.get("location") === "/") answer.headers.set("Clear-Site-Data", '"cache", "storage"');
  return answer;
}
