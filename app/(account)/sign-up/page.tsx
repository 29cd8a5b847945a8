import { AccountFrame } from "@/components/account/account-frame";
import { SignUpForm } from "@/components/account/sign-up-form";
import { listProviders } from "@/lib/accounts/settings-queries";
import { passwordCharactersMin } from "@/lib/accounts/types";
import { product } from "@/lib/core/product";
import { countTitles, listMarks } from "@/lib/feeds/queries";
import { type EntryProps, readEntryParams } from "../_parts/entry-params";

export const dynamic = "force-dynamic";

export const metadata = { title: "Sign up", robots: { index: false } };

export default async function SignUpPage({ searchParams }: EntryProps) {
  const [{ error, defaults, returnTo }, marks, { titleCount }] = await Promise.all([
    readEntryParams(searchParams),
    listMarks(),
    countTitles(),
  ]);
  const words = `Everything in ${titleCount} titles for ${product.trialDays} days. No card, and nothing is charged when it ends.`;
  return (
    <AccountFrame title={product.trialWords} words={words} marks={marks}>
      <SignUpForm
        action="/sign-up/submit"
        letterAction="/sign-in/letter/submit"
        passwordLengthMin={passwordCharactersMin}
        providers={listProviders()}
        {...{ error, defaults, returnTo }}
      />
    </AccountFrame>
  );
}
