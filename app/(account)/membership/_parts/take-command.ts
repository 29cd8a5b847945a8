import { seeOther } from "@/app/_parts/see-other";
import type { MembershipError } from "@/lib/billing/types";
import type { Result } from "@/lib/core/result";

type Submission<T> = {
  /** The page that holds the form, where a refusal is said. */
  page: string;
  command: (fields: Record<string, string>) => Promise<Result<T, MembershipError>>;
  /** Where it leads once done. */
  landing: (value: T) => string | Promise<Response>;
};

/** Takes a posted form to its command, and answers with the next page: where it leads, to prove who asks, or back with words. */
export async function takeCommand<T>(fields: Record<string, string>, { page, command, landing }: Submission<T>): Promise<Response> {
  const result = await command(fields);
  if (!result.ok) return seeOther(refusalPath(result.error, page));
  const next = landing(result.value);
  return typeof next === "string" ? seeOther(next) : next;
}

/**
 * Where a refused form leads.
 *
 * @param page path of the page that holds it, perhaps with a query
 */
function refusalPath({ kind }: MembershipError, page: string): string {
  if (kind === "sign-in" || kind === "step-up") return `/${kind}?${new URLSearchParams({ returnTo: page })}`;
  return `${page}${page.includes("?") ? "&" : "?"}${new URLSearchParams({ error: kind })}`;
}
