import { MembershipPage } from "@/components/membership/membership-page";
import { doneNotice, errorNotice } from "@/components/membership/notice-words";
import { chooseCurrency } from "@/components/membership/plan-words";
import { readMembership } from "@/lib/billing/queries";
import { type Query, requireMember } from "./_parts/member";

export const dynamic = "force-dynamic";

export const metadata = { title: "Your membership", robots: { index: false } };

export default async function Membership({ searchParams }: { searchParams: Query }) {
  const [query, { viewer, badge, now }] = await Promise.all([searchParams, requireMember("/membership")]);
  const view = await readMembership(viewer, now);
  const currency = chooseCurrency(view.prices, query.currency, view.currency);
  const [done, error] = [doneNotice(query.done, viewer.email), errorNotice(query.error)];
  return <MembershipPage viewer={badge} now={now} view={view} currency={currency} done={done} error={error} />;
}
