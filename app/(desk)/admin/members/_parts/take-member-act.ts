import type { StaffRefusal } from "@/lib/accounts/staff-refusal";
import type { Result } from "@/lib/core/result";
import { takeDeskAct } from "../../../_parts/take-desk-act";

type Context = { params: Promise<{ id: string }> };
type Command = (input: Record<string, unknown>) => Promise<Result<unknown, StaffRefusal>>;

/** Takes an act on the account that the address names. @param fields those of the form besides its reason */
export function takeMemberAct(fields: readonly string[], command: Command, landing?: string) {
  return async (request: Request, { params }: Context): Promise<Response> => {
    const { id } = await params;
    return takeDeskAct(request, {
      fields: ["reason", ...fields],
      command: (input) => command({ ...input, userId: id }),
      ...(landing !== undefined && { landing: () => landing }),
    });
  };
}
