import { seeOther } from "@/app/_parts/see-other";
import { sendPage } from "@/app/(reader)/_parts/send-page";
import { NoticePage } from "@/components/notice/notice-page";
import { returnPath } from "@/lib/accounts/return-path";
import type { StaffRefusal } from "@/lib/accounts/staff-refusal";
import type { Result } from "@/lib/core/result";

type Taken<Value> = {
  /** Fields that are ours; one that comes more than once is passed on as a list. */
  fields: readonly string[];
  command: (input: Record<string, unknown>) => Promise<Result<Value, StaffRefusal>>;
  /** Where to go when it was done, if not back to `returnTo`. */
  landing?: (value: Value) => string | null;
};

const statusOf = { "not-staff": 404, "not-found": 404, "step-up": 403, invalid: 400, stale: 409, conflict: 409, failed: 502 } as const;
const bodyBytesMax = 2_097_152;

/**
 * Takes an act of the desk, the office or a title: a plain form, or the same form sent in place by the page's own script,
 * which says so by `in-place` and is answered in JSON, `{to}` or `{kind, words}`. A refused plain form is answered with a page that says why.
 */
export async function takeDeskAct<Value>(request: Request, { fields, command, landing }: Taken<Value>): Promise<Response> {
  if (Number(request.headers.get("content-length") ?? 0) > bodyBytesMax) return new Response("Too large.", { status: 413 });
  const form = await request.formData().catch(() => new FormData());
  const done = await command(Object.fromEntries(fields.map((name) => [name, readField(form, name)])));
  const back = returnPath(form.get("returnTo"));
  const isInPlace = form.has("in-place");
  if (done.ok) {
    const to = landing?.(done.value) ?? back;
    return isInPlace ? Response.json({ to }, { headers: noStore }) : seeOther(to);
  }
  const { error } = done;
  const stepUp = `/step-up?${new URLSearchParams({ returnTo: back })}`;
  const status = statusOf[error.kind];
  if (isInPlace) return Response.json({ ...error, ...(error.kind === "step-up" && { to: stepUp }) }, { status, headers: noStore });
  if (error.kind === "step-up") return seeOther(stepUp);
  if (error.kind === "not-staff" || error.kind === "not-found") return sendPage(null, noStore);
  return refuse(error.words, back, status);
}

const noStore = { "cache-control": "no-store" };

async function refuse(words: string, back: string, status: number): Promise<Response> {
  const title = "Not done";
  const page = await sendPage(
    {
      title,
      head: <meta name="robots" content="noindex" />,
      page: (
        <NoticePage title={title}>
          {words} <a href={back}>Back to the page</a>
        </NoticePage>
      ),
      tags: [],
    },
    noStore,
  );
  return new Response(page.body, { status, headers: page.headers });
}

function readField(form: FormData, name: string): unknown {
  const values = form.getAll(name);
  return values.length > 1 ? values : (values[0] ?? undefined);
}
