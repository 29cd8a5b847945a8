import { seeOther } from "@/app/_parts/see-other";
import { returnPath } from "@/lib/accounts/return-path";
import { adoptChoices } from "@/lib/reading/onboarding-commands";

/** Makes what a visitor picked the choices of the account they have now, and leads back. */
export async function GET(request: Request): Promise<Response> {
  await adoptChoices();
  return seeOther(returnPath(new URL(request.url).searchParams.get("returnTo")));
}
