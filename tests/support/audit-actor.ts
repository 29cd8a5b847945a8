import type { AuditActor } from "@/lib/audit/types";

/** Whoever acts in a test of what the desk does. */
export const theDesk: AuditActor = { id: null, name: "desk", role: "operator" };
