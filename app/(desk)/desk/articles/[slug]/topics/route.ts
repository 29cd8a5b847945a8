import { takeDeskAct } from "@/app/(desk)/_parts/take-desk-act";
import { decideTopicOf } from "@/lib/topics/desk-commands";

type Context = { params: Promise<{ slug: string }> };

/** An editor's word on what an article is about. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  return takeDeskAct(request, {
    fields: ["act", "topic"],
    command: (input) => decideTopicOf({ ...input, slug }),
    landing: (done) => `/desk/articles/${done}`,
  });
}
