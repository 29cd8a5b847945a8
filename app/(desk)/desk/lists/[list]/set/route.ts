import { setPick } from "@/lib/editorial/commands";
import { takeDeskAct } from "../../../../_parts/take-desk-act";
import { boardLanding } from "../../_parts/board-landing";

type Params = { params: Promise<{ list: string }> };

const fields = ["seen", "key", "article", "slot", "edition", "pinned", "zone", "starts", "ends", "note", "headline", "standfirst"];

export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { list } = await params;
  return takeDeskAct(request, { fields, command: (input) => setPick({ ...input, list }), landing: boardLanding });
}
