import { AccountFrame } from "@/components/account/account-frame";
import { LetterForm } from "@/components/account/letter-form";
import { type EntryProps, readEntryParams } from "../../_parts/entry-params";

export const dynamic = "force-dynamic";

export const metadata = { title: "Sign in by a letter", robots: { index: false } };

export default async function LetterPage({ searchParams }: EntryProps) {
  const { error, defaults, returnTo } = await readEntryParams(searchParams, true);
  return (
    <AccountFrame title="By a letter" words="We mail you a code and a link. Either signs you in, once, without a password." marks={[]}>
      <LetterForm action="/sign-in/letter/submit" submit="Mail me a link" {...{ error, defaults, returnTo }} />
    </AccountFrame>
  );
}
