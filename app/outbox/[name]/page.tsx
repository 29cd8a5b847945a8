import { notFound } from "next/navigation";
import { OutboxMail } from "@/components/account/outbox-mail";
import { findDemoMail } from "@/lib/accounts/outbox-queries";

export const dynamic = "force-dynamic";

export const metadata = { title: "A mail", robots: { index: false }, referrer: "no-referrer" };

export default async function OutboxMailPage({ params }: { params: Promise<{ name: string }> }) {
  const { name } = await params;
  const mail = await findDemoMail(decodeURIComponent(name));
  if (!mail) notFound();
  return <OutboxMail mail={mail} />;
}
