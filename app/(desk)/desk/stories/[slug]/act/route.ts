import { takeDeskAct } from "@/app/(desk)/_parts/take-desk-act";
import { actOnStory } from "@/lib/stories/desk-commands";

type Context = { params: Promise<{ slug: string }> };

/** What an editor does to a story: merging, splitting, moving, its headline, its lead, being live. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  return takeDeskAct(request, {
    fields: ["act", "into", "article", "headline", "lead", "hours"],
    command: (input) => actOnStory({ ...input, ...(input.lead !== undefined && input.act === undefined && { act: "lead" }), slug }),
    landing: (done) => `/desk/stories/${done}`,
  });
}
