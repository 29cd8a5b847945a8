import { AccountFrame } from "@/components/account/account-frame";
import { SignInForm } from "@/components/account/sign-in-form";
import { listMarks } from "@/lib/feeds/queries";
import { type EntryProps, readEntryParams } from "../_parts/entry-params";

export const dynamic = "force-dynamic";

export const metadata = { title: "Sign in", robots: { index: false } };

export default async function SignInPage({ searchParams }: EntryProps) {
  const [entry, marks] = await Promise.all([readEntryParams(searchParams), listMarks()]);
  return (
    <AccountFrame title="Welcome back" words="Sign in to read on." marks={marks}>
      <SignInForm action="/sign-in/submit" {...entry} />
    </AccountFrame>
  );
}
