import { memberReader } from "@/app/(reader)/_parts/reader";
import { errorNotice } from "@/components/membership/notice-words";
import { RedeemPage } from "@/components/membership/redeem-page";
import { giftState } from "@/components/membership/redeem-words";
import { readGift } from "@/lib/billing/queries";
import type { Query } from "../../membership/_parts/member";

export const dynamic = "force-dynamic";

// The address holds what opens the present: no page that it leads to may be told.
export const metadata = { title: "A present", robots: { index: false }, referrer: "same-origin" as const };

export default async function Redeem({ searchParams }: { searchParams: Query }) {
  const [query, { badge, now }] = await Promise.all([searchParams, memberReader()]);
  const code = typeof query.code === "string" ? query.code.trim().slice(0, 100) : "";
  const gift = code === "" ? null : await readGift(code);
  return <RedeemPage viewer={badge} now={now} code={code} gift={giftState(code, gift)} error={errorNotice(query.error)} />;
}
