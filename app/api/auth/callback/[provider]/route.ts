import { seeOther } from "@/app/_parts/see-other";
import { finishProvider } from "@/lib/accounts/provider-commands";

/** Where a provider sends a reader back to. Apple posts its answer, from its own pages: what proves it is the state. */
export async function GET(request: Request): Promise<Response> {
  return seeOther(await finishProvider(request));
}

export const POST = GET;
