import { changeMemberRole } from "@/lib/accounts/admin-commands";
import { takeMemberAct } from "../../_parts/take-member-act";

/** Changes a role. */
export const POST = takeMemberAct(["role", "title"], changeMemberRole);
