import { refund } from "@/lib/billing/admin-commands";
import { takeMemberAct } from "../../_parts/take-member-act";

/** Pays an invoice back. */
export const POST = takeMemberAct(["invoiceId", "alsoEnd"], refund);
