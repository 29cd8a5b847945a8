import { AccountFrame } from "@/components/account/account-frame";
import { CodeForm } from "@/components/account/code-form";
import { type EntryProps, readEntryParams } from "../../_parts/entry-params";

export const dynamic = "force-dynamic";

export const metadata = { title: "Enter your code", robots: { index: false } };

export default async function CodePage({ searchParams }: EntryProps) {
  const { error, defaults, returnTo } = await readEntryParams(searchParams, true);
  const words = "A letter is on its way. Open the link in it, or type its eight digits here. Both count for twenty minutes.";
  return (
    <AccountFrame title="Look into your mail" words={words} marks={[]}>
      <CodeForm action="/sign-in/code/submit" {...{ error, defaults, returnTo }} />
    </AccountFrame>
  );
}
