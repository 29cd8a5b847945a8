import { notFound } from "next/navigation";
import { readFault } from "@/components/sandbox/fault-words";
import { PortalPage } from "@/components/sandbox/portal-page";
import { readPortal } from "@/lib/billing/sandbox-queries";

export const dynamic = "force-dynamic";

export const metadata = { title: "Card and invoices (sandbox)", robots: { index: false } };

type Props = {
  params: Promise<{ portal: string }>;
  searchParams: Promise<{ fault?: string | string[]; saved?: string | string[] }>;
};

export default async function SandboxPortal({ params, searchParams }: Props) {
  const [view, { fault, saved }] = await Promise.all([readPortal((await params).portal), searchParams]);
  if (!view) notFound();
  return <PortalPage view={view} fault={readFault(fault)} isSaved={saved !== undefined} />;
}
