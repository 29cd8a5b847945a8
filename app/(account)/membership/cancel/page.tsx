import { redirect } from "next/navigation";
import { CancelPage } from "@/components/membership/cancel-page";
import { listWays } from "@/components/membership/list-ways";
import { errorNotice } from "@/components/membership/notice-words";
import { readMembership } from "@/lib/billing/queries";
import { type Query, requireMember } from "../_parts/member";

export const dynamic = "force-dynamic";

export const metadata = { title: "Cancel your membership", robots: { index: false } };

export default async function Cancel({ searchParams }: { searchParams: Query }) {
  const [{ error }, { viewer, badge, now }] = await Promise.all([searchParams, requireMember("/membership/cancel")]);
  const { standing } = await readMembership(viewer, now);
  if (!listWays(standing).includes("cancel")) redirect("/membership");
  return <CancelPage viewer={badge} now={now} standing={standing} email={viewer.email} error={errorNotice(error)} />;
}
