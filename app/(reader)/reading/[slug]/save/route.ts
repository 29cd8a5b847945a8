import { saveArticle } from "@/lib/reading/saved-commands";
import { takeAct } from "../../_parts/take-act";

type ReadingParams = { params: Promise<{ slug: string }> };

/** Saves an article for later, or no longer. */
export async function POST(request: Request, { params }: ReadingParams): Promise<Response> {
  const { slug } = await params;
  return takeAct(request, ["on"], (input) => saveArticle(slug, input));
}
