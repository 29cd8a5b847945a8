import { checkBooksNow } from "@/lib/payouts/office-commands";
import { takeDeskAct } from "../../../_parts/take-desk-act";

/** Has the books checked now. */
export const POST = (request: Request): Promise<Response> =>
  takeDeskAct(request, { fields: [], command: checkBooksNow, landing: () => "/admin/payouts" });
