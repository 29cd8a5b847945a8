import { seeOther } from "@/app/_parts/see-other";
import { returnPath } from "@/lib/accounts/return-path";
import type { Result } from "@/lib/core/result";

/** Why nothing was done: `sign-in` leads there, anything else is said by its status. */
export type ActRefusal = { kind: "sign-in" } | { kind: "membership" } | { kind: "not-found" } | { kind: "invalid" } | { kind: "too-many" };

const statusOf = { "sign-in": 401, membership: 403, "not-found": 404, invalid: 400, "too-many": 409 } as const;
const bodyBytesMax = 16_384;

/**
 * Takes a small act of a reader (follow, mute, save, more like this): a plain form, or the same form sent in place by the
 * page's own script, which says so by `in-place` and is answered with a bare status. A plain form leads back to
 * where it came from, or to what the command returns as a path.
 *
 * @param fields names that are ours; a name that comes more than once is passed on as a list
 */
export async function takeAct(
  request: Request,
  fields: readonly string[],
  command: (input: Record<string, unknown>) => Promise<Result<string | undefined, ActRefusal>>,
): Promise<Response> {
  if (Number(request.headers.get("content-length") ?? 0) > bodyBytesMax) return new Response("Too large.", { status: 413 });
  const form = await request.formData().catch(() => new FormData());
  const done = await command(Object.fromEntries(fields.map((name) => [name, readField(form, name)])));
  const back = returnPath(form.get("returnTo"));
  if (form.has("in-place"))
    return new Response(null, { status: done.ok ? 204 : statusOf[done.error.kind], headers: { "cache-control": "no-store" } });
  if (done.ok) return seeOther(done.value ?? back);
  if (done.error.kind === "sign-in") return seeOther(`/sign-in?${new URLSearchParams({ returnTo: back })}`);
  return seeOther(withRefusal(back, done.error.kind));
}

function readField(form: FormData, name: string): unknown {
  const values = form.getAll(name);
  return values.length > 1 ? values : (values[0] ?? undefined);
}

const withRefusal = (back: string, kind: string): string => `${back}${back.includes("?") ? "&" : "?"}refused=${kind}`;
