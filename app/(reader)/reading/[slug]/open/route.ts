import { seeOther } from "@/app/_parts/see-other";
import { openByMeter } from "@/lib/articles/reading-commands";

type ReadingParams = { params: Promise<{ slug: string }> };

/** Spends one of the month's free articles on this one, then shows it. */
export async function POST(_request: Request, { params }: ReadingParams): Promise<Response> {
  const { slug } = await params;
  const opened = await openByMeter(slug);
  const path = `/article/${encodeURIComponent(slug)}`;
  return seeOther(!opened.ok && opened.error.kind === "sign-in" ? `/sign-in?returnTo=${encodeURIComponent(path)}` : path);
}
