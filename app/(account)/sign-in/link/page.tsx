import { AccountFrame } from "@/components/account/account-frame";
import { ConfirmForm } from "@/components/account/confirm-form";
import { isLinkOpen } from "@/lib/accounts/settings-queries";
import { product } from "@/lib/core/product";
import { type EntryProps, readEntryParams } from "../../_parts/entry-params";

export const dynamic = "force-dynamic";

export const metadata = { title: "Sign in", robots: { index: false }, referrer: "no-referrer" };

/** Opening the page uses nothing: mail scanners open every link. */
export default async function LinkPage({ searchParams }: EntryProps) {
  const { token } = await readEntryParams(searchParams);
  const isOpen = await isLinkOpen("sign-in", token);
  return (
    <AccountFrame title="Welcome back" words={isOpen ? "One step more." : "This link was used or is too old."} marks={[]}>
      <ConfirmForm
        action="/sign-in/link/submit"
        token={isOpen ? token : null}
        submit={`Sign in to ${product.name}`}
        again={{ href: "/sign-in/letter", words: "Have a new letter mailed to you" }}
      />
    </AccountFrame>
  );
}
