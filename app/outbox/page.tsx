import { notFound } from "next/navigation";
import { OutboxList } from "@/components/account/outbox-list";
import { listDemoMails } from "@/lib/accounts/outbox-queries";

export const dynamic = "force-dynamic";

export const metadata = { title: "Outbox", robots: { index: false } };

export default async function OutboxPage() {
  const mails = await listDemoMails();
  if (!mails) notFound();
  return <OutboxList mails={mails} />;
}
