import { redirect } from "next/navigation";
import { AccountFrame } from "@/components/account/account-frame";
import { ConfirmForm } from "@/components/account/confirm-form";
import { getViewer } from "@/lib/accounts/guards";
import { isLinkOpen } from "@/lib/accounts/settings-queries";
import { type EntryProps, readEntryParams } from "../_parts/entry-params";

export const dynamic = "force-dynamic";

export const metadata = { title: "Confirm your address", robots: { index: false }, referrer: "no-referrer" };

export default async function VerifyPage({ searchParams }: EntryProps) {
  const [{ token, error }, viewer] = await Promise.all([readEntryParams(searchParams), getViewer()]);
  if (viewer.kind === "visitor") redirect(`/sign-in?${new URLSearchParams({ returnTo: `/verify?token=${encodeURIComponent(token)}` })}`);
  const isOpen = await isLinkOpen("verify", token);
  return (
    <AccountFrame
      title="Is this you?"
      words={isOpen ? `You are signed in as ${viewer.email}.` : "This link was used or is too old."}
      marks={[]}
    >
      <ConfirmForm
        action="/verify/submit"
        token={isOpen ? token : null}
        submit="Yes, confirm this address"
        error={error}
        again={{ href: "/settings", words: "To your settings" }}
      />
    </AccountFrame>
  );
}
