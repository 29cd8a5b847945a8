import { seeOther } from "@/app/_parts/see-other";
import { startLinking } from "@/lib/accounts/provider-commands";
import { refusalPath } from "../../../_parts/take-command";

type Params = { params: Promise<{ provider: string }> };

/** Leads to a provider's own page, to add it to the account. A link, because a form may not lead away from our own pages. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const started = await startLinking({ provider: (await params).provider });
  return seeOther(started.ok ? started.value : refusalPath(started.error.kind, "/settings", null));
}
