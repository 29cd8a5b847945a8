import { grantTime } from "@/lib/billing/admin-commands";
import { takeMemberAct } from "../../_parts/take-member-act";

/** Gives days of reading. */
export const POST = takeMemberAct(["days"], grantTime);
