import type { Metadata } from "next";
import { memberReader } from "@/app/(reader)/_parts/reader";
import { GiftPage } from "@/components/membership/gift-page";
import { errorNotice } from "@/components/membership/notice-words";
import { chooseCurrency } from "@/components/membership/plan-words";
import { isSandbox, listPrices } from "@/lib/billing/queries";
import { product } from "@/lib/core/product";
import { publicUrl } from "@/lib/syndication/queries";
import type { Query } from "../membership/_parts/member";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: "Membership as a present",
  description: `Months of ${product.name} for somebody else, paid once.`,
  alternates: { canonical: publicUrl("/gift-membership") },
});

export default async function Gift({ searchParams }: { searchParams: Query }) {
  const [{ currency, error }, { badge, now }] = await Promise.all([searchParams, memberReader()]);
  const prices = listPrices();
  return (
    <GiftPage
      viewer={badge}
      now={now}
      prices={prices}
      currency={chooseCurrency(prices, currency, null)}
      error={errorNotice(error)}
      isSandbox={isSandbox()}
    />
  );
}
