import { AccountFrame } from "@/components/account/account-frame";
import { PasskeyForm } from "@/components/account/passkey-form";
import { SignInForm } from "@/components/account/sign-in-form";
import { askForSignIn } from "@/lib/accounts/passkey-queries";
import { listProviders } from "@/lib/accounts/settings-queries";
import { listMarks } from "@/lib/feeds/queries";
import { type EntryProps, readEntryParams } from "../_parts/entry-params";

export const dynamic = "force-dynamic";

export const metadata = { title: "Sign in", robots: { index: false } };

export default async function SignInPage({ searchParams }: EntryProps) {
  const [entry, marks, request] = await Promise.all([readEntryParams(searchParams), listMarks(), askForSignIn(new Date())]);
  const { done, error, defaults, returnTo } = entry;
  const label = "Sign in with a passkey";
  const words = done === "reset" ? "Your new password is set. Sign in with it." : "Sign in to read on.";
  return (
    <AccountFrame title="Welcome back" words={words} marks={marks}>
      <SignInForm
        action="/sign-in/submit"
        letterAction="/sign-in/letter/submit"
        passkey={<PasskeyForm kind="get" action="/sign-in/passkey" request={request} label={label} returnTo={returnTo} isQuiet />}
        providers={listProviders()}
        {...{ error, defaults, returnTo }}
      />
    </AccountFrame>
  );
}
