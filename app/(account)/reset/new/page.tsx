import { AccountFrame } from "@/components/account/account-frame";
import { ConfirmForm } from "@/components/account/confirm-form";
import { NewPasswordField } from "@/components/account/new-password-field";
import { isLinkOpen } from "@/lib/accounts/settings-queries";
import { passwordCharactersMin } from "@/lib/accounts/types";
import { type EntryProps, readEntryParams } from "../../_parts/entry-params";

export const dynamic = "force-dynamic";

export const metadata = { title: "A new password", robots: { index: false }, referrer: "no-referrer" };

export default async function NewPasswordPage({ searchParams }: EntryProps) {
  const { token, error } = await readEntryParams(searchParams);
  const isOpen = await isLinkOpen("reset", token);
  return (
    <AccountFrame
      title="A new password"
      words={isOpen ? "Every other browser will be signed out." : "This link was used or is too old."}
      marks={[]}
    >
      <ConfirmForm
        action="/reset/new/submit"
        token={isOpen ? token : null}
        submit="Set the password"
        error={error}
        again={{ href: "/reset", words: "Have a new link mailed to you" }}
      >
        <NewPasswordField error={error} lengthMin={passwordCharactersMin} />
      </ConfirmForm>
    </AccountFrame>
  );
}
