import { takeDeskAct } from "@/app/(desk)/_parts/take-desk-act";
import { answer } from "@/lib/editorial/report-commands";

type Context = { params: Promise<{ id: string }> };

/** Answers a reader's report. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  return takeDeskAct(request, {
    fields: ["verdict", "answer", "correction"],
    command: (input) => answer({ ...input, id }),
    landing: () => "/desk/reports",
  });
}
