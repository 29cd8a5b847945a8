import { seeOther } from "@/app/_parts/see-other";
import { noteRead } from "@/lib/articles/reading-commands";

type ReadingParams = { params: Promise<{ slug: string }> };

/** Keeps which version of an article its reader has before them; asked by the page's own script once it is read. */
export async function POST(_request: Request, { params }: ReadingParams): Promise<Response> {
  const { slug } = await params;
  const noted = await noteRead(slug);
  const path = `/article/${encodeURIComponent(slug)}`;
  return seeOther(!noted.ok && noted.error.kind === "sign-in" ? `/sign-in?returnTo=${encodeURIComponent(path)}` : path);
}
