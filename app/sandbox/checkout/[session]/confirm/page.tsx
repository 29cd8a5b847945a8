import { notFound } from "next/navigation";
import { CheckoutPage } from "@/components/sandbox/checkout-page";
import { ConfirmPage } from "@/components/sandbox/confirm-page";
import { readSandboxCheckout } from "@/lib/billing/sandbox-queries";

export const dynamic = "force-dynamic";

export const metadata = { title: "Confirm the payment (sandbox)", robots: { index: false } };

export default async function SandboxConfirm({ params }: { params: Promise<{ session: string }> }) {
  const view = await readSandboxCheckout((await params).session);
  if (!view) notFound();
  return view.state === "confirming" ? <ConfirmPage view={view} /> : <CheckoutPage view={view} fault={null} />;
}
