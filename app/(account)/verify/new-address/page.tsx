import { AccountFrame } from "@/components/account/account-frame";
import { ConfirmForm } from "@/components/account/confirm-form";
import { isLinkOpen } from "@/lib/accounts/settings-queries";
import { type EntryProps, readEntryParams } from "../../_parts/entry-params";

export const dynamic = "force-dynamic";

export const metadata = { title: "Confirm your new address", robots: { index: false }, referrer: "no-referrer" };

export default async function NewAddressPage({ searchParams }: EntryProps) {
  const { token, error } = await readEntryParams(searchParams);
  const isOpen = await isLinkOpen("new-address", token);
  const words = isOpen ? "Your account moves to this address, and other browsers are signed out." : "This link was used or is too old.";
  return (
    <AccountFrame title="A new address" words={words} marks={[]}>
      <ConfirmForm
        action="/verify/new-address/submit"
        token={isOpen ? token : null}
        submit="Move my account here"
        error={error}
        again={{ href: "/settings", words: "To your settings" }}
      />
    </AccountFrame>
  );
}
