import { AccountFrame } from "@/components/account/account-frame";
import { LetterForm } from "@/components/account/letter-form";
import { type EntryProps, readEntryParams } from "../_parts/entry-params";

export const dynamic = "force-dynamic";

export const metadata = { title: "A new password", robots: { index: false } };

export default async function ResetPage({ searchParams }: EntryProps) {
  const { error, defaults, returnTo, done } = await readEntryParams(searchParams, true);
  if (done === "mailed") {
    return (
      <AccountFrame title="Look into your mail" words="A letter with a link is on its way. It counts for twenty minutes." marks={[]}>
        <p className="form-after">
          <a className="quiet" href="/sign-in">
            Back to sign in
          </a>
        </p>
      </AccountFrame>
    );
  }
  return (
    <AccountFrame title="A new password" words="We mail you a link under which you choose another one." marks={[]}>
      <LetterForm action="/reset/submit" submit="Mail me a link" {...{ error, defaults, returnTo }} />
    </AccountFrame>
  );
}
