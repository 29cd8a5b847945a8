import { redirect } from "next/navigation";
import { GiftBoughtPage } from "@/components/membership/gift-bought-page";
import { UnpaidPage } from "@/components/membership/unpaid-page";
import { finishCheckout } from "@/lib/billing/commands";
import { codeWords } from "@/lib/billing/gift-code";
import { publicUrl } from "@/lib/syndication/queries";
import { type Query, requireMember } from "../../membership/_parts/member";

export const dynamic = "force-dynamic";

export const metadata = { title: "Your present", robots: { index: false }, referrer: "same-origin" as const };

export default async function GiftReturn({ searchParams }: { searchParams: Query }) {
  const sessionId = String((await searchParams).session_id ?? "");
  const againUrl = `/gift-membership/return?${new URLSearchParams({ session_id: sessionId })}`;
  const { badge, now } = await requireMember(againUrl);
  const result = await finishCheckout(sessionId);
  if (result.ok && result.value.kind === "membership") redirect("/membership");
  if (!result.ok || result.value.kind !== "gift") {
    const isUnknown = !result.ok && result.error.kind === "unavailable";
    return <UnpaidPage viewer={badge} now={now} isUnknown={isUnknown} againUrl={againUrl} offerUrl="/gift-membership" />;
  }
  const { code, months, recipientEmail } = result.value;
  const link = publicUrl(`/gift-membership/redeem?${new URLSearchParams({ code })}`);
  return <GiftBoughtPage viewer={badge} now={now} code={codeWords(code)} link={link} months={months} recipientEmail={recipientEmail} />;
}
