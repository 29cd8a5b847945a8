import { report } from "@/lib/editorial/report-commands";
import { takeAct } from "../../_parts/take-act";

type Context = { params: Promise<{ slug: string }> };

/** Says what is wrong with an article. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  return takeAct(request, ["kind", "words"], (input) => report({ ...input, slug }));
}
