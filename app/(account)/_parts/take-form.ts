import { seeOther } from "@/app/_parts/see-other";
import { errorCode } from "@/lib/accounts/error-words";
import { returnPath } from "@/lib/accounts/return-path";
import type { AccountError } from "@/lib/accounts/types";
import type { Result } from "@/lib/core/result";
import { answerInWords } from "./answer-in-words";
import { rememberForm } from "./form-memory";
import { refusalPath } from "./take-command";

type Submission = {
  page: string;
  /** Fields that are ours; others a browser extension may add are not passed on. */
  fields?: readonly string[];
  command: (input: Record<string, unknown>) => Promise<Result<unknown, AccountError>>;
  /** Where to go instead of the front page. */
  landing?: string;
  /** Always goes to `landing`, with the command's path as the way back; what was typed is kept for it. */
  isFirstHalf?: boolean;
};

const bodyBytesMax = 16_384;

/**
 * Takes a posted form: to where the visitor came from when it was accepted, else back to its page with words; too many
 * tries and a full queue are answered with their own status. A plain POST and redirect, so that it is one and the same
 * with and without script, and always a whole new page: signing in changes the lane.
 */
export async function takeForm(
  request: Request,
  { page, fields = [], command, landing = "/", isFirstHalf }: Submission,
): Promise<Response> {
  if (Number(request.headers.get("content-length") ?? 0) > bodyBytesMax) return new Response("Too large.", { status: 413 });
  const form = await request.formData().catch(() => new FormData());
  const result = await command(Object.fromEntries(fields.map((name) => [name, form.get(name) ?? undefined])));
  if (!result.ok || isFirstHalf) await rememberForm(form);
  if (!result.ok) return refuse(result.error, page, form);
  const way = typeof result.value === "string" ? result.value : "/";
  if (isFirstHalf) return seeOther(`${landing}?${new URLSearchParams({ returnTo: way })}`);
  return seeOther(way === "/" ? landing : way);
}

async function refuse(error: AccountError, page: string, form: FormData): Promise<Response> {
  switch (error.kind) {
    case "too-many-attempts":
    case "busy":
      return answerInWords(error.kind, error.retryAfterSec);
    case "sign-in":
    case "step-up":
      return seeOther(refusalPath(error.kind, page, null));
    default: {
      const query = new URLSearchParams({ error: errorCode(error), returnTo: returnPath(form.get("returnTo")) });
      const token = form.get("token");
      // A letter's link still counts after a refused password, so its page must be able to come back.
      if (typeof token === "string" && error.kind !== "link-spent") query.set("token", token.slice(0, 100));
      return seeOther(`${page}?${query}`);
    }
  }
}
