import { resendLetter } from "@/lib/accounts/admin-commands";
import { takeMemberAct } from "../../_parts/take-member-act";

/** Sends the letter of confirmation again. */
export const POST = takeMemberAct([], resendLetter);
