import { notFound } from "next/navigation";
import { CheckoutPage } from "@/components/sandbox/checkout-page";
import { readFault } from "@/components/sandbox/fault-words";
import { readSandboxCheckout } from "@/lib/billing/sandbox-queries";

export const dynamic = "force-dynamic";

export const metadata = { title: "Checkout (sandbox)", robots: { index: false } };

type Props = { params: Promise<{ session: string }>; searchParams: Promise<{ fault?: string | string[] }> };

export default async function SandboxCheckout({ params, searchParams }: Props) {
  const view = await readSandboxCheckout((await params).session);
  if (!view) notFound();
  return <CheckoutPage view={view} fault={readFault((await searchParams).fault)} />;
}
