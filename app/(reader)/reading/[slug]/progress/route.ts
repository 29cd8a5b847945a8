import { keepProgress } from "@/lib/reading/progress-commands";
import { takeAct } from "../../_parts/take-act";

type ReadingParams = { params: Promise<{ slug: string }> };

/** Keeps how far a reader has come in an article; told by the page's own script. */
export async function POST(request: Request, { params }: ReadingParams): Promise<Response> {
  const { slug } = await params;
  return takeAct(request, ["revision", "active", "depth", "sentence"], (input) => keepProgress(slug, input));
}
