import { redirect } from "next/navigation";
import { JoinedPage } from "@/components/membership/joined-page";
import { UnpaidPage } from "@/components/membership/unpaid-page";
import { returnPath } from "@/lib/accounts/return-path";
import { readMembership } from "@/lib/billing/queries";
import { type Query, requireMember } from "../_parts/member";

export const dynamic = "force-dynamic";

export const metadata = { title: "Your membership", robots: { index: false } };

export default async function Joined({ searchParams }: { searchParams: Query }) {
  const [{ outcome, again, returnTo }, { viewer, badge, now }] = await Promise.all([searchParams, requireMember("/membership")]);
  const { standing } = await readMembership(viewer, now);
  // The books decide, not the address: a webhook may have been quicker than the reader.
  if (standing.kind === "active") return <JoinedPage viewer={badge} now={now} standing={standing} returnTo={returnPath(returnTo)} />;
  if (outcome !== "unpaid" && outcome !== "unknown") redirect("/membership");
  const againUrl = `/membership/return?${new URLSearchParams({ session_id: typeof again === "string" ? again : "" })}`;
  return <UnpaidPage viewer={badge} now={now} isUnknown={outcome === "unknown"} againUrl={againUrl} offerUrl="/price" />;
}
