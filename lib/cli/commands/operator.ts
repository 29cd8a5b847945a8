import { userInfo } from "node:os";
import type { AuditActor } from "@/lib/audit/types";

/** Whoever runs a command, by the name that the machine knows them by. */
export const operator = (): AuditActor => ({ id: null, name: userInfo().username, role: "operator" });
