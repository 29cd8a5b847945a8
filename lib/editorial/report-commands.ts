import "server-only";
import { requireAccount, requireEditor, requireSameSite } from "@/lib/accounts/guards";
import { staffAct } from "@/lib/accounts/staff-guards";
import { notFound, refuse, type StaffRefusal } from "@/lib/accounts/staff-refusal";
import { err, ok, type Result } from "@/lib/core/result";
import { forgetRemembered } from "@/lib/platform/remember";
import { answerReport } from "./report-answer-store";
import { addReport } from "./report-store";
import { AnswerForm, ReportForm } from "./report-types";

type ReportError = { kind: "sign-in" } | { kind: "invalid" } | { kind: "not-found" } | { kind: "too-many" };

/** A reader says what is wrong with an article. @returns the path of their reports */
export async function report(input: unknown): Promise<Result<string, ReportError>> {
  const [proof, viewer] = await Promise.all([requireSameSite(), requireAccount()]);
  if (!proof || !viewer) return err({ kind: "sign-in" });
  const form = ReportForm.safeParse(input);
  if (!form.success) return err({ kind: "invalid" });
  const done = await addReport({ userId: viewer.userId, ...form.data }, new Date());
  return done === "kept" ? ok("/report?sent=1") : err({ kind: done });
}

/** An editor answers a reader's report. */
export function answer(input: Record<string, unknown>): Promise<Result<null, StaffRefusal>> {
  return staffAct(requireEditor, AnswerForm, input, async ({ actor }, form, now) => {
    const done = await answerReport(form, actor, now);
    if (done === "not-found") return notFound;
    if (done === "answered") return refuse("stale", "Somebody has answered this report meanwhile. Load the page anew to see how.");
    if (done === "withdrawn")
      return refuse("conflict", "The article is withdrawn, so no correction can stand on it. Leave that field empty.");
    forgetRemembered();
    return ok(null);
  });
}
