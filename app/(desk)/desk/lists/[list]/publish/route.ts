import { publishList } from "@/lib/editorial/commands";
import { takeDeskAct } from "../../../../_parts/take-desk-act";
import { renewPickPages } from "../../_parts/renew-pages";

type Params = { params: Promise<{ list: string }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { list } = await params;
  return takeDeskAct(request, {
    fields: ["seen", "anyway"],
    command: async (input) => {
      const done = await publishList({ ...input, list });
      if (done.ok) renewPickPages();
      return done;
    },
  });
}
