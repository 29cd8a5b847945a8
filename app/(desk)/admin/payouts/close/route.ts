import { closeMonthByHand } from "@/lib/payouts/office-commands";
import { takeDeskAct } from "../../../_parts/take-desk-act";

/** Has the open month closed now. */
export const POST = (request: Request): Promise<Response> =>
  takeDeskAct(request, { fields: ["month"], command: closeMonthByHand, landing: () => "/admin/payouts" });
