import type { Viewer } from "@/lib/entitlements/types";
import { auth } from "./auth-gateway";

const visitor: Viewer = { kind: "visitor" };

/** Who the request's session cookie belongs to, read from the database; anything doubtful is a visitor. */
export async function findViewer(headers: Headers): Promise<Viewer> {
  const found = await auth().api.getSession({ headers });
  if (!found) return visitor;
  const { user } = found;
  const role = user.role === "editor" || user.role === "admin" ? user.role : "reader";
  return {
    kind: "account",
    userId: user.id,
    name: user.name,
    email: user.email,
    role,
    trialEndsAt: user.trialEndsAt ?? null,
    paidUntil: user.paidUntil ?? null,
  };
}
