import type { Metadata } from "next";
import { memberReader } from "@/app/(reader)/_parts/reader";
import { errorNotice } from "@/components/membership/notice-words";
import { chooseCurrency } from "@/components/membership/plan-words";
import { countCatalogue } from "@/components/price/count-catalogue";
import { PricePage } from "@/components/price/price-page";
import { returnPath } from "@/lib/accounts/return-path";
import { isSandbox, listPrices, readMembership } from "@/lib/billing/queries";
import { product } from "@/lib/core/product";
import { listMarks, listTitles } from "@/lib/feeds/queries";
import { publicUrl } from "@/lib/syndication/queries";
import type { Query } from "../membership/_parts/member";

export const dynamic = "force-dynamic";

export const generateMetadata = (): Metadata => ({
  title: "What it costs",
  description: `What a membership of ${product.name} opens, and what it costs. ${product.trialWords}, no card.`,
  alternates: { canonical: publicUrl("/price") },
});

export default async function Price({ searchParams }: { searchParams: Query }) {
  const [query, { viewer, badge, now }, titles, marks] = await Promise.all([searchParams, memberReader(), listTitles(), listMarks()]);
  const membership = viewer.kind === "account" ? await readMembership(viewer, now) : null;
  const prices = listPrices();
  return (
    <PricePage
      viewer={badge}
      now={now}
      prices={prices}
      currency={chooseCurrency(prices, query.currency, membership?.currency ?? null)}
      standing={membership?.standing ?? null}
      count={countCatalogue(titles)}
      marks={marks}
      returnTo={returnPath(query.returnTo)}
      error={errorNotice(query.error)}
      isSandbox={isSandbox()}
    />
  );
}
