import { notFound } from "next/navigation";
import { InvoicePage } from "@/components/sandbox/invoice-page";
import { readInvoice } from "@/lib/billing/sandbox-queries";

export const dynamic = "force-dynamic";

export const metadata = { title: "Invoice (sandbox)", robots: { index: false } };

export default async function SandboxInvoice({ params }: { params: Promise<{ invoice: string }> }) {
  const invoice = await readInvoice((await params).invoice);
  if (!invoice) notFound();
  return <InvoicePage invoice={invoice} />;
}
