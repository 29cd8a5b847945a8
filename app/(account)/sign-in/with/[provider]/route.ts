import { seeOther } from "@/app/_parts/see-other";
import { startProvider } from "@/lib/accounts/provider-commands";
import { refusalPath } from "../../../_parts/take-command";

type Params = { params: Promise<{ provider: string }> };

/** Leads to a provider's own page. A link, because a form may not lead away from our own pages. */
export async function GET(request: Request, { params }: Params): Promise<Response> {
  const returnTo = new URL(request.url).searchParams.get("returnTo") ?? "/";
  const started = await startProvider({ provider: (await params).provider, returnTo });
  return seeOther(started.ok ? started.value : refusalPath(started.error.kind, "/sign-in", returnTo));
}
