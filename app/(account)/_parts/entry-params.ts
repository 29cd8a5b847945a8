import { wordsForCode } from "@/lib/accounts/error-words";
import { returnPath } from "@/lib/accounts/return-path";
import { recallForm } from "./form-memory";

export type EntryProps = { searchParams: Promise<{ returnTo?: string | string[]; error?: string | string[] }> };

/** What sign-up and sign-in read from their address and the form that was refused before. */
export async function readEntryParams(searchParams: EntryProps["searchParams"]) {
  const { returnTo, error: code } = await searchParams;
  const error = wordsForCode(typeof code === "string" ? code : undefined);
  return { returnTo: returnPath(returnTo), error, defaults: await recallForm(error !== null) };
}
