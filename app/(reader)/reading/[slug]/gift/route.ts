import { seeOther } from "@/app/_parts/see-other";
import { giveArticle } from "@/lib/articles/reading-commands";

type ReadingParams = { params: Promise<{ slug: string }> };

/** Makes a gift of the article and leads its giver to the address to pass on. */
export async function POST(_request: Request, { params }: ReadingParams): Promise<Response> {
  const { slug } = await params;
  const given = await giveArticle(slug);
  if (given.ok) return seeOther(`/gift/${given.value}`);
  const path = `/article/${encodeURIComponent(slug)}`;
  switch (given.error.kind) {
    case "sign-in":
      return seeOther(`/sign-in?returnTo=${encodeURIComponent(path)}`);
    case "none-left":
      return seeOther("/gift/none-left");
    case "membership":
    case "not-found":
      return seeOther(path);
    default:
      return given.error satisfies never;
  }
}
