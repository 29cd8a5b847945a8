import { AccountFrame } from "@/components/account/account-frame";
import { SignUpForm } from "@/components/account/sign-up-form";
import { passwordCharactersMin } from "@/lib/accounts/types";
import { product } from "@/lib/core/product";
import { countTitles, listMarks } from "@/lib/feeds/queries";
import { type EntryProps, readEntryParams } from "../_parts/entry-params";

export const dynamic = "force-dynamic";

export const metadata = { title: "Sign up", robots: { index: false } };

export default async function SignUpPage({ searchParams }: EntryProps) {
  const [entry, marks, { titleCount }] = await Promise.all([readEntryParams(searchParams), listMarks(), countTitles()]);
  const words = `Everything in ${titleCount} titles for ${product.trialDays} days. No card, and nothing is charged when it ends.`;
  return (
    <AccountFrame title={product.trialWords} words={words} marks={marks}>
      <SignUpForm action="/sign-up/submit" passwordLengthMin={passwordCharactersMin} {...entry} />
    </AccountFrame>
  );
}
