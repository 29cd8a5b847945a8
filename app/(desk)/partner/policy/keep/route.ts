import { takeDeskAct } from "@/app/(desk)/_parts/take-desk-act";
import { setOwnWishes } from "@/lib/partners/commands";

/** Keeps what a title wishes about search engines and its openings. */
export const POST = (request: Request): Promise<Response> =>
  takeDeskAct(request, { fields: ["indexing", "leadInWords"], command: setOwnWishes, landing: () => "/partner/policy" });
