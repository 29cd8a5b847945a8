import { takeDeskAct } from "@/app/(desk)/_parts/take-desk-act";
import { actOnArticle } from "@/lib/articles/desk-commands";

type Context = { params: Promise<{ slug: string }> };

/** What an editor does to an article: its section, hiding, withdrawing, embargo, wall, correction. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  return takeDeskAct(request, {
    fields: ["act", "section", "reason", "until", "wall", "words"],
    command: (input) => actOnArticle({ ...input, slug }),
    landing: (done) => `/desk/articles/${done}`,
  });
}
