import { redirect } from "next/navigation";
import { memberReader } from "@/app/(reader)/_parts/reader";
import type { ViewerBadge } from "@/lib/accounts/viewer-badge";
import type { Viewer } from "@/lib/entitlements/types";

/** Addresses may say anything, more than once. */
export type Query = Promise<Record<string, string | string[] | undefined>>;

type Member = { viewer: Extract<Viewer, { kind: "account" }>; badge: ViewerBadge; now: Date };

/** Who is signed in and their own clock; a visitor is led to sign in, and back to `page`. */
export async function requireMember(page: string): Promise<Member> {
  const { viewer, badge, now } = await memberReader();
  if (viewer.kind === "visitor") redirect(`/sign-in?${new URLSearchParams({ returnTo: page })}`);
  return { viewer, badge, now };
}
