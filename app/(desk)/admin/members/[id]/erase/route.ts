import { eraseMember } from "@/lib/accounts/admin-commands";
import { endMembershipOf } from "@/lib/billing/admin-commands";
import { takeMemberAct } from "../../_parts/take-member-act";

/** Ends what would still be charged, then erases the account. */
export const POST = takeMemberAct(["email"], (input) => eraseMember(input, endMembershipOf), "/admin/members");
