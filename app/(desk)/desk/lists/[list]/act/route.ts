import { actOnPick } from "@/lib/editorial/commands";
import { takeDeskAct } from "../../../../_parts/take-desk-act";
import { boardLanding } from "../../_parts/board-landing";

type Params = { params: Promise<{ list: string }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { list } = await params;
  const command = (input: Record<string, unknown>) => actOnPick({ ...input, list });
  return takeDeskAct(request, { fields: ["seen", "act", "key", "slot", "other", "edition"], command, landing: boardLanding });
}
