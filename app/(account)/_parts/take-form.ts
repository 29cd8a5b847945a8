import { errorCode } from "@/lib/accounts/error-words";
import { returnPath } from "@/lib/accounts/return-path";
import type { AccountError } from "@/lib/accounts/types";
import type { Result } from "@/lib/core/result";
import { rememberForm } from "./form-memory";

type Submission = {
  page: "/sign-up" | "/sign-in";
  /** Fields that are ours; others a browser extension may add are not passed on. */
  fields: readonly string[];
  command: (input: unknown) => Promise<Result<string, AccountError>>;
  /** Where to go instead of the front page. */
  landing?: string;
};

const bodyBytesMax = 16_384;

/**
 * Takes a posted form: to where the visitor came from when it was accepted, else back to its page with words.
 * A plain POST and redirect, so that it is one and the same with and without script, and always a whole new page:
 * signing in changes the lane.
 */
export async function takeForm(request: Request, { page, fields, command, landing = "/" }: Submission): Promise<Response> {
  if (Number(request.headers.get("content-length") ?? 0) > bodyBytesMax) return new Response("Too large.", { status: 413 });
  const form = await request.formData().catch(() => new FormData());
  const result = await command(Object.fromEntries(fields.map((name) => [name, form.get(name) ?? undefined])));
  if (result.ok) return seeOther(result.value === "/" ? landing : result.value);
  await rememberForm(form);
  const query = new URLSearchParams({ error: errorCode(result.error), returnTo: returnPath(form.get("returnTo")) });
  return seeOther(`${page}?${query}`);
}

const seeOther = (location: string) => new Response(null, { status: 303, headers: { Location: location, "Cache-Control": "no-store" } });
