import { restoreList } from "@/lib/editorial/commands";
import { takeDeskAct } from "../../../../_parts/take-desk-act";

type Params = { params: Promise<{ list: string }> };

export async function POST(request: Request, { params }: Params): Promise<Response> {
  const { list } = await params;
  return takeDeskAct(request, { fields: ["seen", "version"], command: (input) => restoreList({ ...input, list }) });
}
