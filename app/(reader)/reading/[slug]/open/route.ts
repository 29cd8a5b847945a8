import { openByMeter } from "@/lib/articles/meter-commands";
import { type ReadingParams, seeOther } from "../../../_parts/see-other";

/** Spends one of the month's free articles on this one, then shows it. */
export async function POST(_request: Request, { params }: ReadingParams): Promise<Response> {
  const { slug } = await params;
  const opened = await openByMeter(slug);
  const path = `/article/${encodeURIComponent(slug)}`;
  return seeOther(!opened.ok && opened.error.kind === "sign-in" ? `/sign-in?returnTo=${encodeURIComponent(path)}` : path);
}
