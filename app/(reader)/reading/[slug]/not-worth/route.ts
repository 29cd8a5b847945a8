import { setNotWorth } from "@/lib/payouts/taken-back-commands";
import { takeAct } from "../../_parts/take-act";

type ReadingParams = { params: Promise<{ slug: string }> };

/** Takes a member's money back from an article, or gives it again. */
export async function POST(request: Request, { params }: ReadingParams): Promise<Response> {
  const { slug } = await params;
  return takeAct(request, ["on"], (input) => setNotWorth(slug, input));
}
