import { wordsForCode } from "@/lib/accounts/error-words";
import { returnPath } from "@/lib/accounts/return-path";
import { recallForm } from "./form-memory";

type Value = string | string[] | undefined;
export type EntryProps = { searchParams: Promise<{ returnTo?: Value; error?: Value; done?: Value; token?: Value }> };

/** What the account pages read from their address and the form that was sent before. */
export async function readEntryParams(searchParams: EntryProps["searchParams"], recallsAlways = false) {
  const { returnTo, error: code, done, token } = await searchParams;
  const error = wordsForCode(typeof code === "string" ? code : undefined);
  return {
    returnTo: returnPath(returnTo),
    error,
    defaults: await recallForm(error !== null || recallsAlways),
    done: typeof done === "string" ? done : null,
    token: typeof token === "string" ? token : "",
  };
}
