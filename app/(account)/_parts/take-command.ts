import { seeOther } from "@/app/_parts/see-other";
import type { Result } from "@/lib/core/result";

type Taken<Value, Fault extends { kind: string }> = {
  /** The page the form stands on, where a refusal leads back to. */
  page: string;
  /** Fields that are ours; others a browser extension may add are not passed on. */
  fields?: readonly string[];
  command: (input: Record<string, unknown>) => Promise<Result<Value, Fault>>;
  /** Where to go when it was taken. */
  landing: (value: Value) => string;
};

const bodyBytesMax = 32_768;

/**
 * Takes a posted form of somebody's account: on to its landing when the command took it, to prove who they are where
 * that is asked, else back to its page with the refusal's short name. Works alike with and without script.
 */
export async function takeCommand<Value, Fault extends { kind: string }>(request: Request, taken: Taken<Value, Fault>): Promise<Response> {
  if (Number(request.headers.get("content-length") ?? 0) > bodyBytesMax) return new Response("Too large.", { status: 413 });
  const form = await request.formData().catch(() => new FormData());
  const result = await taken.command(Object.fromEntries((taken.fields ?? []).map((name) => [name, form.get(name) ?? undefined])));
  if (result.ok) return seeOther(taken.landing(result.value));
  const returnTo = form.get("returnTo");
  return seeOther(refusalPath(result.error.kind, taken.page, typeof returnTo === "string" ? returnTo : null));
}

/** Where a refusal leads: to sign in, to prove who they are, or back to the page with its short name. */
export function refusalPath(kind: string, page: string, returnTo: string | null): string {
  if (kind === "sign-in") return `/sign-in?${new URLSearchParams({ returnTo: returnTo ?? page })}`;
  if (kind === "step-up") return `/step-up?${new URLSearchParams({ returnTo: page })}`;
  return `${page}?${new URLSearchParams({ error: kind, ...(returnTo !== null && { returnTo }) })}`;
}
