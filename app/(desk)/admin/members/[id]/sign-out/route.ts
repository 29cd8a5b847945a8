import { signMemberOut } from "@/lib/accounts/admin-commands";
import { takeMemberAct } from "../../_parts/take-member-act";

/** Signs an account out everywhere. */
export const POST = takeMemberAct([], signMemberOut);
